package cn.zhixin.verification.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.CertificateFacts;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The end of the chain of certificates that replaced one another.
 *
 * @param verdict of the last one: never {@code SUPERSEDED}; {@code UNCONFIRMED} if it, or the way
 *     to it, cannot be told now
 * @param steps from the first to the last, at least 1
 */
record Successor(VerificationCode code, Verdict verdict, int steps) {
  /** Nobody is issued as many; ends what a manipulated registry might make endless. */
  private static final int MOST = 20;

  /** Null of a certificate that was not replaced. */
  static @Nullable Successor of(CertificateFacts facts, Answers answers) {
    if (facts.successor() == null) {
      return null;
    }
    Set<String> seen = new HashSet<>(Set.of(facts.code()));
    String next = facts.successor();
    for (int steps = 1; steps <= MOST && seen.add(next); steps++) {
      VerificationCode code = new VerificationCode(next);
      if (!(answers.answer(code) instanceof Answer.Found found)) {
        return new Successor(code, Verdict.UNCONFIRMED, steps);
      }
      CertificateFacts reached = found.entry().facts();
      if (reached.successor() == null) {
        return new Successor(code, reached.verdict(), steps);
      }
      next = reached.successor();
    }
    return new Successor(new VerificationCode(facts.successor()), Verdict.UNCONFIRMED, 1);
  }
}
