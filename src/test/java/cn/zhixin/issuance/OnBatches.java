package cn.zhixin.issuance;

import cn.zhixin.TestDatabase;
import cn.zhixin.catalogue.CatalogueFiles;
import cn.zhixin.certificate.Certificate;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A database with batches, whose rows are all of one person. */
abstract class OnBatches {
  static final Certificate CERTIFICATE = CertificateFixture.registered(PublicSite.VALID, "丛培元");

  private final TestDatabase database = TestDatabase.create();
  JdbcBatches batches;
  ChunkClaims claims;
  OrderedBatches ordered;

  @BeforeEach
  void connect() throws Exception {
    ResultJson results = new ResultJson(CatalogueFiles.bundled().catalogue());
    batches = new JdbcBatches(database.dataSource(), results);
    claims = new ChunkClaims(database.dataSource(), results);
    ordered = new OrderedBatches(database.dataSource());
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  Batch batch(int rows, int chunkSize) throws Exception {
    return batches.open(
        "official-landscape",
        CertificateFixture.ISSUED_ON,
        "clerk",
        CertificateFixture.ISSUED_AT,
        IntStream.range(0, rows)
            .mapToObj(row -> new BatchRow(row + 2, CERTIFICATE.result(), null))
            .toList(),
        chunkSize);
  }
}
