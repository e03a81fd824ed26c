package cn.zhixin.issuance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of a roster stands after a run.
 *
 * @param certificate the one that stands for the row's result; null for REJECTED and WAITING
 * @param differences of a DIFFERENT row
 */
public record RowResult(
    int sheetRow,
    Kind kind,
    @Nullable RowCertificate certificate,
    List<FieldDifference> differences) {
  /** Only the first two leave the person with the certificate that the row asks for. */
  public enum Kind {
    ISSUED,
    ALREADY_ISSUED,
    /** There is a certificate, and it says something else. */
    DIFFERENT,
    /** The person holds the same title with another date. */
    CONFLICTING,
    /** The certificate was suspended, revoked or cancelled since. */
    NOT_VALID,
    /** Its chunk failed: it is issued by a later run. */
    WAITING,
    REJECTED
  }

  public RowResult {
    differences = List.copyOf(differences);
  }

  public boolean isSettled() {
    return kind == Kind.ISSUED || kind == Kind.ALREADY_ISSUED;
  }
}
