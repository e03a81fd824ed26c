package cn.zhixin.verification.panel.web;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** Files that are only to be known again: nothing in them is read, and none is held in memory. */
final class SentFiles {
  private SentFiles() {}

  /** Empty for none, and for a field that was left empty. */
  static Optional<Digest> digest(@Nullable MultipartFile file) throws IOException {
    if (file == null || file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = file.getInputStream();
        DigestOutputStream out =
            new DigestOutputStream(OutputStream.nullOutputStream(), Digest.newSha256())) {
      in.transferTo(out);
      return Optional.of(new Digest(Bytes.wrap(out.getMessageDigest().digest())));
    }
  }
}
