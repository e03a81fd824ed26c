package cn.zhixin.verification.holder;

import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.guesses.Guesser;
import java.time.Instant;

/** What a claim about a certificate's holder came to. */
sealed interface HolderMatch {
  /** As of when it holds. */
  Instant asOf();

  /** Something was compared; the certificate's state is told beside what came out. */
  sealed interface Compared extends HolderMatch {
    Verdict verdict();
  }

  record Matches(Verdict verdict, Instant asOf) implements Compared {}

  /** Something that was said is not what is registered, or nothing is registered. */
  record Differs(Verdict verdict, Instant asOf) implements Compared {}

  /**
   * Too many numbers that were said of this certificate in this way were wrong: this one was not
   * compared.
   */
  record TooOften(Guesser guesser, Decision.Refused refused, Instant asOf) implements HolderMatch {}

  /** The registry could not be read. */
  record Unconfirmed(Instant asOf) implements HolderMatch {}
}
