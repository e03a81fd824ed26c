package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.storage.StoredZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The certificates of a batch in one ZIP archive, each named by its number: those that are valid
 * now, a correction in place of what it corrects. However large the batch, a few are held at a
 * time.
 */
public final class BatchArchive {
  private final RosterIssuing issuing;
  private final IssuedDocuments documents;

  BatchArchive(RosterIssuing issuing, IssuedDocuments documents) {
    this.issuing = issuing;
    this.documents = documents;
  }

  /**
   * Writes it; the file is there once it is whole.
   *
   * @param target of no file yet, in a folder that is there
   * @param progress is told of rows that were done
   * @return what is in it; without any certificate there is no file
   */
  public Written write(Batch batch, Path target, IntConsumer progress)
      throws SQLException, IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file");
    Path unfinished = Files.createTempFile(folder, ".zhixin-", ".zip");
    try {
      Set<CertificateNumber> written = new HashSet<>();
      List<RowResult> leftOut = new ArrayList<>();
      try (StoredZip archive = new StoredZip(Files.newOutputStream(unfinished))) {
        issuing.tellOutcomes(
            batch,
            outcomes -> {
              for (RowOutcome outcome : outcomes) {
                Certificate certificate = outcome.certificate();
                if (!isToBeHandedOut(outcome)) {
                  leftOut.add(leftOut(outcome));
                } else if (written.add(certificate.number())) {
                  archive.add(
                      IssuedDocuments.fileName(certificate),
                      certificate.issuedOn(),
                      documents.read(certificate));
                }
              }
              progress.accept(outcomes.size());
            });
      }
      if (!written.isEmpty()) {
        Files.move(unfinished, target);
      }
      return new Written(written.size(), leftOut);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private RowResult leftOut(RowOutcome outcome) {
    Certificate certificate = outcome.certificate();
    return new RowResult(
        outcome.sheetRow(),
        outcome.kind() == RowOutcome.Kind.CONFLICTING
            ? RowResult.Kind.CONFLICTING
            : RowResult.Kind.NOT_VALID,
        new RowCertificate(
            certificate.code(), documents.groupedNumber(certificate), certificate.state()),
        List.of());
  }

  /**
   * What became of an archive.
   *
   * @param certificates how many are in it
   * @param leftOut rows that are done and whose certificates are not in it
   */
  public record Written(int certificates, List<RowResult> leftOut) {
    public Written {
      leftOut = List.copyOf(leftOut);
    }
  }

  private static boolean isToBeHandedOut(RowOutcome outcome) {
    return outcome.kind() != RowOutcome.Kind.CONFLICTING
        && outcome.certificate().state() == CertificateState.VALID;
  }
}
