package cn.zhixin.verification.receipts;

/**
 * A file that was looked into.
 *
 * @param name as its sender called it
 * @param sha256 hexadecimal
 * @param finding {@code AS_ISSUED}, or what it is instead
 */
public record ReceiptFile(String name, String sha256, String finding) {
  /** Not the name, which often is the holder's. */
  @Override
  public String toString() {
    return "ReceiptFile[" + sha256 + "]";
  }
}
