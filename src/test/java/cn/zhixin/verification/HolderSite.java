package cn.zhixin.verification;

import cn.zhixin.TestDatabase;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.ReleasedDocument;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.people.PeopleConfiguration;
import cn.zhixin.storage.PackWriter;
import cn.zhixin.storage.Packs;
import cn.zhixin.verification.offline.IssuedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/**
 * The {@link PublicSite} with what holders need: a real database, and files of the certificates.
 * Several nodes of it in one process share database, registry, files and clock.
 */
@Profile("!bench")
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
  "cn.zhixin.verification.web",
  "cn.zhixin.verification.door",
  "cn.zhixin.verification.holder",
  "cn.zhixin.verification.guesses",
  "cn.zhixin.verification.employers",
  "cn.zhixin.verification.bulk",
  "cn.zhixin.verification.panel",
  "cn.zhixin.verification.receipts",
  "cn.zhixin.ledger.web"
})
@Import({VerificationConfiguration.class, PeopleConfiguration.class})
public class HolderSite extends SiteWithDatabase {
  /** Of the files of certificates; each node is told of it by a property. */
  public static final Path DOCUMENTS = folder();

  /** Settings that all nodes have. */
  public static final String[] SETTINGS = {
    "zhixin.database.embedded=false",
    "zhixin.redis.embedded=false",
    "zhixin.verification.public-address=",
    "zhixin.answers.mac-key=a-secret-of-this-test",
    "zhixin.limits.holder-match=4000/1h",
    "zhixin.receipts.key-store=file:keys-sample/receipts.p12",
    "zhixin.receipts.password=sample"
  };

  /** Outlives every node, and so is not dropped; it goes with the folder target. */
  private static final TestDatabase DATABASE = TestDatabase.create();

  private static final PublicSite SITE = new PublicSite();
  private static final FakeRegistry REGISTRY = SITE.registry();
  private static final Ahead CLOCK = new Ahead();

  static {
    keepFile(PublicSite.VALID);
    keepFile(PublicSite.REVOKED);
    keepFile(PublicSite.RARE_NAME);
  }

  HolderSite() {
    super(SITE);
  }

  /** Moves every node's clock on. */
  public static void later(Duration time) {
    CLOCK.ahead = CLOCK.ahead.plus(time);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("zhixin-documents");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Draws and signs the certificate's file, and has the registry know its digest. */
  public static Bytes keepFile(VerificationCode code) {
    Certificate old = REGISTRY.find(code).orElseThrow();
    try {
      Bytes file = new IssuedFiles().file(old, EnteredCertificates.proof(old).encoded());
      ReleasedDocument document;
      try (PackWriter pack = new Packs(DOCUMENTS).write("batch/" + UUID.randomUUID() + ".zip")) {
        document = new ReleasedDocument(Digest.of(file), pack.add("file.pdf", file));
        pack.finish();
      }
      REGISTRY.overwrite(
          new Certificate(
              old.code(),
              old.number(),
              old.edition(),
              old.result(),
              old.issuedOn(),
              old.credential(),
              old.salt(),
              old.ledgerPlace(),
              document,
              old.events(),
              old.predecessor(),
              old.successor()));
      return file;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pack in which the certificate's file lies. */
  public static Path packOf(VerificationCode code) {
    Certificate certificate = REGISTRY.find(code).orElseThrow();
    return DOCUMENTS.resolve(Objects.requireNonNull(certificate.document()).place().pack());
  }

  /** Not closed with a node: the others have it too. */
  @Bean(destroyMethod = "")
  DataSource dataSource() {
    return DATABASE.dataSource();
  }

  @Bean
  Clock clock() {
    return CLOCK;
  }

  @Bean
  FakeRegistry registry() {
    return REGISTRY;
  }

  /** The system's clock and some time. */
  private static final class Ahead extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return Clock.systemUTC().instant().plus(ahead);
    }
  }
}
