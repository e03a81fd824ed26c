package cn.zhixin.verification;

import cn.zhixin.TestDatabase;
import cn.zhixin.catalogue.Catalogue;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.ledger.PublishedLedger.DaySize;
import cn.zhixin.ledger.SampleLedger;
import cn.zhixin.people.PeopleConfiguration;
import cn.zhixin.signing.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/**
 * The public site over a registry in memory with one certificate in each state, a ledger of a few
 * thousand entries, and a real database for what visitors leave.
 */
@Profile("!bench")
@SpringBootConfiguration
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan({
  "cn.zhixin.verification.web",
  "cn.zhixin.verification.door",
  "cn.zhixin.verification.guesses",
  "cn.zhixin.verification.employers",
  "cn.zhixin.verification.holder",
  "cn.zhixin.verification.lookup",
  "cn.zhixin.verification.operation",
  "cn.zhixin.verification.front",
  "cn.zhixin.ledger.web"
})
@Import({VerificationConfiguration.class, PeopleConfiguration.class})
public class PublicSite {
  public static final VerificationCode VALID = code("7K3M9QPX2RTV4WC");
  public static final VerificationCode SUSPENDED = code("7K3M9QPX2RTV4WD");
  public static final VerificationCode SUPERSEDED = code("7K3M9QPX2RTV4WE");
  public static final VerificationCode REVOKED = code("7K3M9QPX2RTV4WF");
  public static final VerificationCode CANCELLED = code("7K3M9QPX2RTV4WG");
  public static final VerificationCode RARE_NAME = code("7K3M9QPX2RTV4WH");
  public static final VerificationCode LONG_NAME = code("7K3M9QPX2RTV4WJ");

  /** Replaced by a certificate that was replaced itself. */
  public static final VerificationCode REPLACED_TWICE = code("7K3M9QPX2RTV4WM");

  /** Replaced by a certificate that was revoked. */
  public static final VerificationCode REPLACED_IN_VAIN = code("7K3M9QPX2RTV4WN");

  /** Suspended and resumed. */
  public static final VerificationCode RESUMED = code("7K3M9QPX2RTV4WP");

  /** Its stored credential is not what was signed. */
  public static final VerificationCode DAMAGED = code("7K3M9QPX2RTV4WK");

  public static final VerificationCode UNKNOWN = code("000000000000000");

  private static final Instant CHANGED =
      SampleRing.later(
          Instant.parse("2026-03-02T02:05:00Z"), CertificateFixture.ISSUED_AT.plusSeconds(60));

  /** With the check character that fits. */
  public static VerificationCode code(String first15) {
    for (char check : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
      if (VerificationCode.parse(first15 + check) instanceof CodeReading.Read read) {
        return read.code();
      }
    }
    throw new IllegalArgumentException("no check character fits");
  }

  @Bean(destroyMethod = "close")
  TestDatabase database() {
    return TestDatabase.create();
  }

  /** Closed with its database. */
  @Bean(destroyMethod = "")
  DataSource dataSource(TestDatabase database) {
    return database.dataSource();
  }

  @Bean
  NumberPatterns numberPatterns() {
    return CertificateFixture.NUMBERS;
  }

  @Bean
  Catalogue catalogue() throws Exception {
    return CatalogueFiles.bundled().catalogue();
  }

  @Bean
  FakeRegistry registry() {
    FakeRegistry registry = new FakeRegistry();
    for (VerificationCode code :
        new VerificationCode[] {
          VALID,
          SUSPENDED,
          SUPERSEDED,
          REVOKED,
          CANCELLED,
          DAMAGED,
          REPLACED_TWICE,
          REPLACED_IN_VAIN,
          RESUMED
        }) {
      issue(registry, code, "丛培元");
    }
    issue(registry, RARE_NAME, "𬭎龑䶮𠅤");
    issue(registry, LONG_NAME, "阿卜杜热合曼·买买提吐尔逊·努尔麦麦提艾力");
    registry.change(SUSPENDED, CertificateEventKind.SUSPENDED, CHANGED);
    registry.change(SUPERSEDED, CertificateEventKind.SUPERSEDED, CHANGED, VALID);
    registry.change(REVOKED, CertificateEventKind.REVOKED, CHANGED);
    registry.change(REPLACED_TWICE, CertificateEventKind.SUPERSEDED, CHANGED, SUPERSEDED);
    registry.change(REPLACED_IN_VAIN, CertificateEventKind.SUPERSEDED, CHANGED, REVOKED);
    registry.change(RESUMED, CertificateEventKind.SUSPENDED, CHANGED);
    registry.change(RESUMED, CertificateEventKind.RESUMED, CHANGED.plusSeconds(200_000));
    registry.change(CANCELLED, CertificateEventKind.CANCELLED, CHANGED);
    registry.overwrite(withTheCredentialOfAnother(registry.find(DAMAGED).orElseThrow()));
    return registry;
  }

  private static Certificate withTheCredentialOfAnother(Certificate certificate) {
    return new Certificate(
        certificate.code(),
        certificate.number(),
        certificate.edition(),
        certificate.result(),
        certificate.issuedOn(),
        CertificateFixture.credential(certificate.number(), "丛培兀"),
        certificate.salt(),
        certificate.ledgerPlace(),
        certificate.document(),
        certificate.events(),
        certificate.predecessor(),
        certificate.successor());
  }

  /** What a genuine QR symbol of that certificate says after {@code #}. */
  public static String digits(FakeRegistry registry, VerificationCode code) {
    return DecimalDigits.encode(registry.find(code).orElseThrow().credential());
  }

  private static Certificate issue(FakeRegistry registry, VerificationCode code, String name) {
    return registry.issue(CertificateFixture.registered(code, name), CertificateFixture.ISSUED_AT);
  }

  @Bean
  SampleLedger ledger() throws IOException {
    Path folder = Files.createTempDirectory("zhixin-ledger");
    SampleLedger ledger = new SampleLedger(SampleLedger.ORIGIN, folder);
    ledger.grow(4_203, CertificateFixture.ISSUED_AT);
    ledger.growth(
        List.of(
            new DaySize(CertificateFixture.ISSUED_ON.minusDays(9), 1_210),
            new DaySize(CertificateFixture.ISSUED_ON.minusDays(7), 2_954),
            new DaySize(CertificateFixture.ISSUED_ON.minusDays(2), 3_002),
            new DaySize(CertificateFixture.ISSUED_ON, 4_203)));
    return ledger;
  }

  @Bean
  FreshnessTimes freshnessTimes() {
    return new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  KeyRing keyRing() {
    return CertificateFixture.KEYS;
  }
}
