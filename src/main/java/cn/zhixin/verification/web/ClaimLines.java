package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.answers.CertificateFacts;
import java.util.List;

/** What the register says of each claim of a QR symbol's credential, for the page's comparison. */
final class ClaimLines {
  private ClaimLines() {}

  /**
   * @param key of the claim in the credential's CBOR map
   * @param registered as the register has it, in the reader's language
   */
  record Claim(int key, String label, String registered) {}

  /** In the order in which people read a certificate. */
  static List<Claim> of(CertificateFacts facts, Language language, Dates dates) {
    Sentences sentences = Sentences.in(language);
    return List.of(
        new Claim(-1, sentences.text("fact.holderName"), facts.holderName()),
        new Claim(-2, sentences.text("fact.title"), facts.title().in(language)),
        new Claim(-3, sentences.text("fact.level"), facts.level().in(language)),
        new Claim(-4, sentences.text("fact.specialty"), facts.specialty()),
        new Claim(-6, sentences.text("fact.acquiredOn"), dates.date(facts.acquiredOn())),
        new Claim(-5, sentences.text("fact.committee"), facts.committee()),
        new Claim(1, sentences.text("fact.issuer"), facts.issuer().in(language)),
        new Claim(6, sentences.text("fact.issuedOn"), dates.date(facts.issuedOn())),
        new Claim(2, sentences.text("fact.number"), facts.printedNumber()));
  }
}
