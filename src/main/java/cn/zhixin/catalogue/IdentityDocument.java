package cn.zhixin.catalogue;

/**
 * A holder's identity document. The number is personal data: it is in no log, URL, metric or
 * ledger, and {@link #toString} leaves it out.
 *
 * @param number as printed, letters in upper case, no spaces
 */
public record IdentityDocument(IdentityDocumentKind kind, String number) {
  @Override
  public String toString() {
    return kind.name();
  }
}
