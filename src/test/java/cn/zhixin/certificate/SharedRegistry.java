package cn.zhixin.certificate;

import cn.zhixin.TestDatabase;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.ledger.TestLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A registry on a fresh real database, for processes that reach it by ways of their own. */
public final class SharedRegistry implements AutoCloseable {
  public static final NumberPatterns NUMBERS =
      new NumberPatterns(NumberPattern.parse(NumberPattern.DEFAULT), Map.of());

  public final TestDatabase database = TestDatabase.create();
  public final Ledger ledger;

  public SharedRegistry() throws Exception {
    Path folder = Files.createTempDirectory("zhixin-ledger-");
    ledger = TestLedger.on(database.dataSource(), folder);
  }

  /** Issues that many certificates. */
  public List<VerificationCode> issue(int count) throws Exception {
    Certificates certificates = certificates(database.dataSource());
    List<DocumentRelease> releases =
        certificates
            .register(Results.persons(0, count), Results.ISSUED, TestRegistry.SIGNER)
            .stream()
            .map(registration -> TestRegistry.finished(registration.certificate()))
            .toList();
    ledger.publish();
    return certificates.release(releases, Instant.parse("2025-12-01T02:03:04Z"), "clerk").stream()
        .map(Certificate::code)
        .toList();
  }

  public Certificates certificates(DataSource way) {
    return CertificateConfiguration.registry(
        way, new JdbcTransactionManager(way), Results.CATALOGUE, NUMBERS);
  }

  public StateFeed feed(DataSource way) {
    return new CertificateConfiguration().stateFeed(way, new JdbcTransactionManager(way));
  }

  @Override
  public void close() {
    database.close();
  }
}
