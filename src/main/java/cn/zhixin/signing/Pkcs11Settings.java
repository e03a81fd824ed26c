package cn.zhixin.signing;

import cn.zhixin.encoding.WrongValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * A PKCS #11 token whose keys sign; they never leave it.
 *
 * @param library the token's module, a shared library. Who can change it runs code of their own
 * @param slot number of the token's slot; none: the first that has a token
 * @param pin of the user, UTF-8; better in a file
 * @param pinFile a file whose first line is the PIN, instead of {@code pin}
 * @param sessions signatures at the same time, at most
 */
public record Pkcs11Settings(
    Path library,
    @Nullable Long slot,
    @Nullable String pin,
    @Nullable Resource pinFile,
    @DefaultValue("8") int sessions) {
  public Pkcs11Settings {
    if (sessions < 1) {
      throw new IllegalArgumentException(
          WrongValue.of("zhixin.signing.pkcs11.sessions", "至少为 1", "is at least 1", sessions));
    }
  }

  /** Without the PIN. */
  @Override
  public String toString() {
    return "Pkcs11Settings[library=" + library + ", slot=" + slot + "]";
  }
}
