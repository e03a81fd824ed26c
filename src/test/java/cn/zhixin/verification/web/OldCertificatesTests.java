package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.MovableClock;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.answers.AnswerBounds;
import cn.zhixin.verification.answers.AnswerEntries;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.CredentialFinding;
import cn.zhixin.verification.answers.SharedAnswers;
import cn.zhixin.verification.answers.SigningKeyFacts;
import cn.zhixin.verification.freshness.Freshness;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OldCertificatesTests {
  private final FakeRegistry registry = new FakeRegistry();
  private final MovableClock clock = new MovableClock();

  private String signatureLine(Instant keyEnds) {
    Instant issuedAt = keyEnds.minus(Duration.ofDays(400));
    registry.issue(CertificateFixture.registered(PublicSite.VALID, "丛培元"), issuedAt);
    Freshness freshness =
        new Freshness(
            registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));
    freshness.follow();
    SigningKeyFacts key =
        new SigningKeyFacts("826bfd308a501136", issuedAt.minus(Duration.ofDays(30)), keyEnds);
    AnswerEntries entries =
        new AnswerEntries(
            certificate -> new CredentialFinding.Genuine(key, CertificateFixture.DIGITS),
            CertificateFixture.NUMBERS);
    try (Answers answers =
        new Answers(
            freshness,
            SharedAnswers.none(),
            registry,
            entries,
            clock,
            new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1 << 20))) {
      Reader reader = new Reader(Language.ENGLISH, Language.ENGLISH, false);
      VerdictView view =
          new VerdictViews(reader, answers)
              .of(answers.answer(PublicSite.VALID), new AskedDay.None(), null);
      assertThat(view.name()).isEqualTo("VALID");
      assertThat(view.checks().get(0).passed()).isTrue();
      return view.checks().get(0).detail();
    }
  }

  @Test
  void staySignedWhenTheirKeyHasExpiredSince() {
    assertThat(signatureLine(Instant.parse("2001-01-01T00:00:00Z")))
        .startsWith("Signed while key 826bfd308a501136 was valid (")
        .endsWith("the key has expired since, which does not affect what it signed before");
  }

  @Test
  void sayNothingOfAnEndThatIsStillToCome() {
    assertThat(signatureLine(Instant.parse("2099-01-01T00:00:00Z"))).doesNotContain("expired");
  }
}
