package cn.zhixin.verification.files;

import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.CertificateFacts;
import java.time.LocalDate;

/** A certificate's facts with other fields. */
final class ComparedFacts {
  private ComparedFacts() {}

  static CertificateFacts of(CertificateFacts facts, LocalDate acquiredOn, LocalDate issuedOn) {
    return of(
        facts,
        facts.holderName(),
        facts.title(),
        facts.level(),
        facts.series(),
        facts.specialty(),
        facts.committee(),
        acquiredOn,
        issuedOn);
  }

  /** Of the same number and code. */
  static CertificateFacts of(
      CertificateFacts facts,
      String holderName,
      Wording title,
      Wording level,
      Wording series,
      String specialty,
      String committee,
      LocalDate acquiredOn,
      LocalDate issuedOn) {
    return new CertificateFacts(
        facts.verdict(),
        facts.version(),
        facts.code(),
        facts.number(),
        facts.printedNumber(),
        holderName,
        title,
        level,
        series,
        specialty,
        committee,
        acquiredOn,
        facts.method(),
        facts.issuer(),
        issuedOn,
        facts.issuedAt(),
        facts.since(),
        facts.ledgerPlace(),
        facts.successor(),
        facts.credentialDigits(),
        facts.key(),
        facts.history());
  }
}
