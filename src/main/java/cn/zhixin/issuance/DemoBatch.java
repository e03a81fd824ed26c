package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.issuance.roster.MalformedRoster;
import cn.zhixin.issuance.roster.Roster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's certificates: issued from a bundled roster of made-up people at the first start, and
 * at that only.
 */
final class DemoBatch {
  private static final Logger LOG = LoggerFactory.getLogger(DemoBatch.class);
  private static final String ROSTER = "/demo/roster.csv";
  private static final String ACTOR = "demo";

  private final RosterIssuing issuing;
  private final IssuedDocuments documents;

  DemoBatch(RosterIssuing issuing, IssuedDocuments documents) {
    this.issuing = issuing;
    this.documents = documents;
  }

  void issue()
      throws IOException, MalformedRoster, SQLException, InterruptedException, IssuingFailed {
    Optional<Batch> earlier = issuing.firstOrderOf(ACTOR);
    Batch batch = earlier.isPresent() ? earlier.get() : order();
    List<FailedChunk> failures = issuing.issue(batch, (done, rows) -> {});
    if (!failures.isEmpty()) {
      throw new IssuingFailed("the demo's certificates cannot be issued", failures.get(0).cause());
    }
    List<Certificate> issued = new ArrayList<>();
    issuing.tellOutcomes(
        batch, outcomes -> outcomes.forEach(outcome -> issued.add(outcome.certificate())));
    announce(issued);
  }

  private Batch order() throws IOException, MalformedRoster, SQLException {
    Roster roster = issuing.check(unpacked(), null, documents.defaultTemplate());
    LOG.info("issuing {} demo certificates ...", roster.accepted().size());
    return issuing.order(roster, documents.defaultTemplate(), ACTOR);
  }

  private void announce(List<Certificate> issued) throws IOException {
    Certificate certificate = issued.get(0);
    Path first = documents.copy(certificate);
    for (Certificate other : issued) {
      documents.copy(other);
    }
    LOG.info("");
    LOG.info("  职信 Zhixin · 演示 DEMO: sample keys, made-up people; nothing here has legal force");
    LOG.info("  示例证书 demo certificates: {}", issued.size());
    LOG.info("  扫码页面 page behind the first QR: {}", documents.pageOf(certificate.code()));
    LOG.info("  证书文件 its PDF: {}", first.toAbsolutePath());
    LOG.info("");
  }

  private static Path unpacked() throws IOException {
    Path file = Files.createTempFile("demo-roster-", ".csv");
    file.toFile().deleteOnExit();
    try (InputStream roster = DemoBatch.class.getResourceAsStream(ROSTER)) {
      if (roster == null) {
        throw new IllegalStateException("the jar lacks " + ROSTER);
      }
      Files.write(file, roster.readAllBytes());
    }
    return file;
  }
}
