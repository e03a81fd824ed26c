package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;

/** What became of a row; the certificate is the one that stands for the row's result now. */
public record RowOutcome(int sheetRow, Kind kind, Certificate certificate) {
  /** Every kind but {@code CONFLICTING} leaves the person with the certificate the row asks for. */
  public enum Kind {
    /** Issued by this batch. */
    ISSUED,
    /** The result had its certificate before: nothing was issued again. */
    ALREADY_ISSUED,
    /** The person holds the same title with another date: a matter for a correction. */
    CONFLICTING
  }
}
