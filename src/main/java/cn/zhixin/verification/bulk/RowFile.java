package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Digest;
import org.jspecify.annotations.Nullable;

/**
 * The file that a row is about.
 *
 * @param name to be shown
 * @param digest SHA-256 of its bytes, which are kept no longer than until it is answered
 * @param finding null while it is not answered
 * @param detail by finding: of ALTERED the fields that differ, between commas; of COPY what the
 *     registry says of the certificate; of ELSEWHERE the host; of RECEIPT its number; of UNREADABLE
 *     the {@link cn.zhixin.verification.files.worker.FileFault}; else empty
 */
public record RowFile(String name, Digest digest, @Nullable FileFinding finding, String detail) {
  /** Not the name, which often is the holder's. */
  @Override
  public String toString() {
    return "RowFile[" + finding + "]";
  }
}
