package cn.zhixin.verification.answers;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Verdict;
import java.time.Instant;

/** The answer to the question what a verification code stands for. */
public sealed interface Answer {
  VerificationCode code();

  /** The moment for which the answer holds. */
  Instant asOf();

  /** What it comes to. */
  Verdict verdict();

  /** A certificate was issued under the code; the entry says which, and its state. */
  record Found(AnswerEntry entry, Instant asOf) implements Answer {
    @Override
    public VerificationCode code() {
      return entry.code();
    }

    @Override
    public Verdict verdict() {
      return entry.verdict();
    }
  }

  /** No certificate was issued under the code. */
  record NotFound(VerificationCode code, Instant asOf) implements Answer {
    @Override
    public Verdict verdict() {
      return Verdict.NOT_FOUND;
    }
  }

  /** What the code stands for, or its present state, cannot be told now. */
  record Unconfirmed(VerificationCode code, Instant asOf) implements Answer {
    @Override
    public Verdict verdict() {
      return Verdict.UNCONFIRMED;
    }
  }
}
