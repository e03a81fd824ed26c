package cn.zhixin.certificate;

import cn.zhixin.encoding.Digest;
import java.util.Optional;

/** The digests of released files. A file's digest is set once, at its release. */
public interface DocumentDigests {
  /**
   * Reads from the primary.
   *
   * @return the code of the certificate that was released as the file of this digest
   */
  Optional<VerificationCode> find(Digest file);
}
