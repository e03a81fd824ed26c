package cn.zhixin.issuance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.ChangeOutcome;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeWordsTests {
  private static final Instant LATER = CertificateFixture.ISSUED_AT.plusSeconds(60);

  private final FakeRegistry registry = new FakeRegistry();
  private final Certificate issued =
      registry.issue(
          CertificateFixture.registered(PublicSite.VALID, "丛培元"), CertificateFixture.ISSUED_AT);

  private static List<String> words(CertificateEventKind kind, ChangeOutcome outcome) {
    return new ChangeWords(Texts.in("zh"), kind).of(outcome, PublicSite.VALID, "查实", "决定2号");
  }

  @Test
  void doesNotSayThatWhatWasNeverSuspendedWasResumed() {
    assertThat(words(CertificateEventKind.RESUMED, new ChangeOutcome.Unchanged(issued)))
        .containsExactly("证书 " + PublicSite.VALID.grouped() + " 有效，没有暂停，无需恢复");
  }

  @Test
  void saysThatTheFirstGroundStands() {
    Certificate revoked = registry.change(PublicSite.VALID, CertificateEventKind.REVOKED, LATER);
    assertThat(words(CertificateEventKind.REVOKED, new ChangeOutcome.Unchanged(revoked)))
        .hasSize(2)
        .last()
        .asString()
        .contains("§ 9", "没有存档");
  }

  @Test
  void leadsFromARefusalToTheCertificateThatStandsNow() {
    registry.change(PublicSite.VALID, CertificateEventKind.SUPERSEDED, LATER, PublicSite.SUSPENDED);
    Certificate old = registry.find(PublicSite.VALID).orElseThrow();
    assertThat(
            words(
                CertificateEventKind.REVOKED,
                new ChangeOutcome.Refused(old, CertificateState.SUPERSEDED)))
        .containsExactly(
            "证书 " + PublicSite.VALID.grouped() + " 已被新证书取代，不能撤销",
            "现行证书的查验码：" + PublicSite.SUSPENDED.grouped());
  }
}
