package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list with what was found.
 *
 * @param row as its sender counts
 * @param file if the row is one; then without fault and comparisons
 * @param typed what could not be read as a code; null for a code and for a file
 * @param code null if there is a fault; of a file, if it is of no certificate that is known
 * @param duplicateOf the earlier row with the same code
 * @param verdict null while it is not answered, for a fault, and for a file that has none
 * @param asOf of the verdict
 * @param summary of the certificate, if there is one
 * @param name null if the list has none to compare
 * @param identity null if the list has none to compare
 */
public record BulkRow(
    int row,
    @Nullable RowFile file,
    @Nullable String typed,
    @Nullable VerificationCode code,
    @Nullable RowFault fault,
    @Nullable Integer duplicateOf,
    @Nullable Verdict verdict,
    @Nullable Instant asOf,
    @Nullable CertificateSummary summary,
    @Nullable Comparison name,
    @Nullable Comparison identity) {
  /** Verdict, finding or fault, or {@code WAITING}: what rows are counted by. */
  public String outcome() {
    if (file != null && file.finding() != null) {
      return switch (file.finding()) {
        case AS_ISSUED, NOT_REGISTERED, UNCONFIRMED -> Objects.requireNonNull(verdict).name();
        default -> file.finding().name();
      };
    }
    if (fault != null) {
      return fault.name();
    }
    return verdict == null ? "WAITING" : verdict.name();
  }
}
