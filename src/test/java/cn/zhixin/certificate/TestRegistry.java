package cn.zhixin.certificate;

import cn.zhixin.TestDatabase;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.TestLedger;
import cn.zhixin.storage.PackedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A registry on a fresh real database; its signer puts the letter S before the claims. */
final class TestRegistry implements AutoCloseable {
  static final Instant NOW = Instant.parse("2025-12-01T02:03:04.123456Z");
  static final CredentialSigner SIGNER = claims -> Bytes.ofHex("53" + claims.toHex());

  private final TestDatabase database = TestDatabase.create();
  final Path folder = newFolder();

  final Certificates certificates = onItsOwn(database.dataSource());
  final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  final JdbcTransactionManager transactionManager =
      new JdbcTransactionManager(database.dataSource());
  final TransactionTemplate transactions = new TransactionTemplate(transactionManager);
  final Certificates withinTransactions =
      registry(database.dataSource(), transactionManager, NumberPattern.DEFAULT);
  final Ledger ledger = TestLedger.on(database.dataSource(), folder);
  final StateFeed feed =
      new CertificateConfiguration().stateFeed(database.dataSource(), transactionManager);

  DataSource dataSource() {
    return database.dataSource();
  }

  /** As another process has it: nothing shared but the database. */
  Certificates another() {
    return onItsOwn(database.dataSource());
  }

  Certificates withPattern(String pattern) {
    return registry(database.dataSource(), transactionManager, pattern);
  }

  private static Certificates onItsOwn(DataSource dataSource) {
    return registry(dataSource, new JdbcTransactionManager(dataSource), NumberPattern.DEFAULT);
  }

  private static Certificates registry(
      DataSource dataSource, JdbcTransactionManager transactionManager, String pattern) {
    return CertificateConfiguration.registry(
        dataSource,
        transactionManager,
        Results.CATALOGUE,
        new NumberPatterns(NumberPattern.parse(pattern), Map.of()));
  }

  List<Registration> register(List<TitleResult> results) {
    return certificates.register(results, Results.ISSUED, SIGNER);
  }

  Certificate issued(TitleResult result) {
    Certificate registered = register(List.of(result)).get(0).certificate();
    return release(registered);
  }

  Certificate release(Certificate certificate) {
    publish();
    return certificates.release(List.of(finished(certificate)), NOW, "clerk").get(0);
  }

  /** Nothing is released before it is in the published ledger. */
  void publish() {
    try {
      ledger.publish();
    } catch (LedgerUnavailable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("zhixin-ledger-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Registration correct(Certificate wrong, TitleResult corrected) {
    return certificates.registerCorrection(
        wrong.code(), corrected, Results.ISSUED, SIGNER, "clerk", "单位名称有误", "更正决定1号");
  }

  ChangeOutcome change(Certificate certificate, CertificateEventKind kind) {
    return certificates.change(
        new ChangeRequest(certificate.code(), kind, "clerk", "查实", "决定7号"), NOW);
  }

  Certificate read(Certificate certificate) {
    return certificates.find(certificate.code()).orElseThrow();
  }

  static DocumentRelease finished(Certificate certificate) {
    return finished(certificate, certificate.number().value());
  }

  static DocumentRelease finished(Certificate certificate, String content) {
    Bytes file = Bytes.ofUtf8(content);
    return new DocumentRelease(
        certificate,
        new ReleasedDocument(Digest.of(file), new PackedFile("pack.zip", 40, file.size())));
  }

  long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    database.close();
  }
}
