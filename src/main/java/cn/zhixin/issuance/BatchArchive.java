package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateNumber;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.storage.StoredZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
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
   * @param target of no file yet
   * @param progress is told of rows that were done
   * @return how many certificates are in it; without any there is no file
   */
  public int write(Batch batch, Path target, IntConsumer progress)
      throws SQLException, IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file");
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, ".zhixin-", ".zip");
    try {
      Set<CertificateNumber> written = new HashSet<>();
      try (StoredZip archive = new StoredZip(Files.newOutputStream(unfinished))) {
        issuing.tellOutcomes(
            batch,
            outcomes -> {
              for (RowOutcome outcome : outcomes) {
                if (isToBeHandedOut(outcome) && written.add(outcome.certificate().number())) {
                  Certificate certificate = outcome.certificate();
                  archive.add(IssuedDocuments.fileName(certificate), documents.read(certificate));
                }
              }
              progress.accept(outcomes.size());
            });
      }
      if (!written.isEmpty()) {
        Files.move(unfinished, target);
      }
      return written.size();
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static boolean isToBeHandedOut(RowOutcome outcome) {
    return outcome.kind() != RowOutcome.Kind.CONFLICTING
        && outcome.certificate().state() == CertificateState.VALID;
  }
}
