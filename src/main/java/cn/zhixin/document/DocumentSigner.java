package cn.zhixin.document;

import cn.zhixin.encoding.Digest;

/**
 * Makes the CMS signature that stands in a document's {@code /Contents} (ISO 32000-2 §12.8.3.4).
 *
 * <p>Used by one thread at a time.
 */
public interface DocumentSigner {
  /** An upper bound of the signature's size in bytes; the hole in the file is made this large. */
  int maximumSize();

  /**
   * Signs the digest of the file's byte ranges.
   *
   * @return DER of the CMS SignedData, at most {@link #maximumSize} bytes
   */
  byte[] sign(Digest byteRanges);
}
