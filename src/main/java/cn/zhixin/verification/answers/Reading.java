package cn.zhixin.verification.answers;

import cn.zhixin.verification.freshness.Moment;

/** What one read of the registry gave. */
sealed interface Reading {
  /** Issued; the answer is ready. */
  record Present(AnswerEntry entry, Moment startedAt) implements Reading {}

  /** Nothing is issued under the code. */
  record Absent(Moment startedAt) implements Reading {}

  /** The registry did not answer in time, or what it holds contradicts or does not verify. */
  record Failed() implements Reading {}
}
