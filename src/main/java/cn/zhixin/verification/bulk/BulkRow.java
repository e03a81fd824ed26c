package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.receipts.CertificateSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list with what was found.
 *
 * @param row as its sender counts
 * @param typed what could not be read as a code; null for a code
 * @param code null exactly if there is a fault
 * @param duplicateOf the earlier row with the same code
 * @param verdict null while it is not answered, and for a fault
 * @param asOf of the verdict
 * @param summary of the certificate, if there is one
 * @param name null if the list has none to compare
 * @param identity null if the list has none to compare
 */
public record BulkRow(
    int row,
    @Nullable String typed,
    @Nullable VerificationCode code,
    @Nullable RowFault fault,
    @Nullable Integer duplicateOf,
    @Nullable Verdict verdict,
    @Nullable Instant asOf,
    @Nullable CertificateSummary summary,
    @Nullable Comparison name,
    @Nullable Comparison identity) {
  /** Verdict or fault, or {@code WAITING}: what rows are counted by. */
  public String outcome() {
    if (fault != null) {
      return fault.name();
    }
    return verdict == null ? "WAITING" : verdict.name();
  }
}
