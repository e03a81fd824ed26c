package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Knows those public keys of the folder {@code keys-sample} that stand alone, without a
 * certificate: the ledger's and its witness's. Their private keys anybody has.
 *
 * <p>A key is recognised by itself, not by file or name. A missing file is a failure: then nothing
 * could be recognised.
 */
public final class SampleRawKeys {
  private static final List<String> FILES = List.of("ledger", "ledger-ml-dsa", "witness");

  private SampleRawKeys() {}

  /**
   * Outside the demo only: in it sample keys are welcome.
   *
   * @param setting which names the key, for the message
   * @throws SampleKeyRefused if it is one of {@code keys-sample}
   */
  public static void requireNotSample(Ed25519PublicKey key, String setting) {
    requireNotSample(key.value(), setting);
  }

  /** The same for a key of the other kind. */
  public static void requireNotSample(MlDsa44PublicKey key, String setting) {
    requireNotSample(key.value(), setting);
  }

  private static void requireNotSample(Bytes key, String setting) {
    if (FILES.stream().map(SampleRawKeys::read).anyMatch(key::equals)) {
      throw new SampleKeyRefused(setting, setting);
    }
  }

  /** The key of a verifier's line (C2SP signed-note): {@code name+id+base64(type || key)}. */
  static Bytes read(String name) {
    String path = "/keys-sample/" + name + ".vkey";
    try (InputStream file = SampleRawKeys.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the class path lacks " + path);
      }
      String line = new String(file.readAllBytes(), StandardCharsets.US_ASCII).strip();
      byte[] typed = Base64.getDecoder().decode(line.split("\\+", 3)[2]);
      return Bytes.wrap(typed).slice(1, typed.length);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
