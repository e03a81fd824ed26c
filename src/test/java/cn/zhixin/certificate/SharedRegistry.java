package cn.zhixin.certificate;

import cn.zhixin.TestDatabase;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.ledger.LedgerUnavailable;
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

  /**
   * Corrects the employer of a certificate and nothing else.
   *
   * @return the old one as it is now, superseded
   */
  public Certificate correct(VerificationCode code) {
    Certificates certificates = certificates(database.dataSource());
    TitleResult wrong = certificates.find(code).orElseThrow().result();
    Certificate next =
        certificates
            .registerCorrection(
                code,
                Results.withEmployer(wrong, "威海市某某精密机械股份有限公司"),
                Results.ISSUED,
                TestRegistry.SIGNER,
                "clerk",
                "单位名称有误",
                "更正决定1号")
            .certificate();
    try {
      ledger.publish();
    } catch (LedgerUnavailable e) {
      throw new IllegalStateException(e);
    }
    certificates.release(List.of(TestRegistry.finished(next)), Instant.now(), "clerk");
    return certificates.find(code).orElseThrow();
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
