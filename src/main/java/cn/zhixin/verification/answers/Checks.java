package cn.zhixin.verification.answers;

import cn.zhixin.verification.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The checks that stand behind the facts of one certificate. */
public final class Checks {
  /** The issuers' own; validity is told to people as days. */
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** How many fields of the registry are compared with the signed credential. */
  static final int COMPARED = 9;

  private Checks() {}

  /**
   * Only the state can fail: no facts are made of a certificate whose credential does not verify
   * ({@link CredentialCheck}), nor of one whose events are not its ledger's entries, each of the
   * subject recomputed from the credential ({@link cn.zhixin.certificate.RegistryContradiction}).
   * Whether these entries are in the tree that was published is for those to check who follow it.
   */
  public static List<Check> of(CertificateFacts facts) {
    SigningKeyFacts key = facts.key();
    return List.of(
        new Check(
            Check.Kind.SIGNATURE,
            Check.Outcome.PASSED,
            "",
            List.<Object>of(key.id(), day(key.notBefore()), day(key.notAfter()))),
        new Check(Check.Kind.REGISTRY, Check.Outcome.PASSED, "", List.of(COMPARED)),
        new Check(
            Check.Kind.STATUS,
            facts.verdict() == Verdict.VALID ? Check.Outcome.PASSED : Check.Outcome.FAILED,
            facts.verdict() == Verdict.VALID ? "" : facts.verdict().name().toLowerCase(Locale.ROOT),
            List.of()),
        new Check(
            Check.Kind.LEDGER,
            Check.Outcome.PASSED,
            "",
            List.<Object>of(facts.ledgerPlace().index(), facts.ledgerPlace().at())));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, CHINA);
  }
}
