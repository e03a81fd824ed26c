package cn.zhixin.issuance;

import cn.zhixin.certificate.VerificationCode;
import java.nio.file.Path;

/**
 * A file in a folder of copies that is named as a certificate that is not valid.
 *
 * @param standing the certificate that stands for the same result now, through any number of
 *     corrections; the same one if nothing replaced it
 * @param file where it lies now
 */
public record InvalidCopy(
    RowCertificate certificate, VerificationCode standing, Path file, End end) {
  /** What became of the file. */
  public enum End {
    MOVED,
    /** It is the certificate's, and stayed: the file system refused, or the place is taken. */
    NOT_MOVED,
    /** It says something else than the file that was issued: not ours to touch. */
    OTHER_CONTENT
  }
}
