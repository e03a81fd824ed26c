package cn.zhixin.verification;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.answers.CredentialCheck;
import cn.zhixin.verification.answers.CredentialFinding;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The public site over a registry in memory with one certificate in each state. */
@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan("cn.zhixin.verification.web")
@Import(VerificationConfiguration.class)
public class PublicSite {
  public static final VerificationCode VALID = new VerificationCode("7K3M9QPX2RTV4WZC");
  public static final VerificationCode SUSPENDED = new VerificationCode("7K3M9QPX2RTV4WZD");
  public static final VerificationCode SUPERSEDED = new VerificationCode("7K3M9QPX2RTV4WZE");
  public static final VerificationCode REVOKED = new VerificationCode("7K3M9QPX2RTV4WZF");
  public static final VerificationCode CANCELLED = new VerificationCode("7K3M9QPX2RTV4WZG");
  public static final VerificationCode RARE_NAME = new VerificationCode("7K3M9QPX2RTV4WZH");
  public static final VerificationCode LONG_NAME = new VerificationCode("7K3M9QPX2RTV4WZJ");

  /** Its stored credential is not what was signed. */
  public static final VerificationCode DAMAGED = new VerificationCode("7K3M9QPX2RTV4WZK");

  public static final VerificationCode UNKNOWN = new VerificationCode("0000000000000000");

  private static final Instant CHANGED = Instant.parse("2026-03-02T02:05:00Z");

  @Bean
  FakeRegistry registry() {
    FakeRegistry registry = new FakeRegistry();
    for (VerificationCode code :
        new VerificationCode[] {VALID, SUSPENDED, SUPERSEDED, REVOKED, CANCELLED, DAMAGED}) {
      issue(registry, code, "丛培元");
    }
    issue(registry, RARE_NAME, "𬭎龑䶮𠅤");
    issue(registry, LONG_NAME, "阿卜杜热合曼·买买提吐尔逊·努尔麦麦提艾力");
    registry.change(SUSPENDED, CertificateEventKind.SUSPENDED, CHANGED);
    registry.change(SUPERSEDED, CertificateEventKind.SUPERSEDED, CHANGED, VALID);
    registry.change(REVOKED, CertificateEventKind.REVOKED, CHANGED);
    registry.change(CANCELLED, CertificateEventKind.CANCELLED, CHANGED);
    return registry;
  }

  private static Certificate issue(FakeRegistry registry, VerificationCode code, String name) {
    return registry.issue(CertificateFixture.registered(code, name), CertificateFixture.ISSUED_AT);
  }

  @Bean
  FreshnessTimes freshnessTimes() {
    return new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200));
  }

  @Bean
  CredentialCheck credentialCheck() {
    return certificate ->
        certificate.code().equals(DAMAGED)
            ? new CredentialFinding.Doubtful("the signature does not verify")
            : CertificateFixture.GENUINE;
  }
}
