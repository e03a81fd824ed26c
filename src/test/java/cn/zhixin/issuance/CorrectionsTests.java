package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import org.junit.jupiter.api.Test;

class CorrectionsTests {
  private final FakeRegistry registry = new FakeRegistry();
  private final Certificate old =
      registry.issue(
          CertificateFixture.registered(PublicSite.VALID, "丛培元"), CertificateFixture.ISSUED_AT);

  @Test
  void namesTheOtherCertificateThatTheCorrectedResultHas() {
    Certificate other =
        registry.issue(
            CertificateFixture.registered(PublicSite.REVOKED, "丛培元"), CertificateFixture.ISSUED_AT);
    assertThat(Corrections.refusal(old, other))
        .isEqualTo(new Corrections.Outcome.SameAsAnother(other));
  }

  @Test
  void saysTheStateOfTheOldOneWhenThatIsWhatStandsInTheWay() {
    Certificate revoked =
        registry.change(
            PublicSite.VALID,
            CertificateEventKind.REVOKED,
            CertificateFixture.ISSUED_AT.plusSeconds(60));
    assertThat(Corrections.refusal(old, revoked))
        .isEqualTo(new Corrections.Outcome.NotCorrectable(CertificateState.REVOKED));
  }
}
