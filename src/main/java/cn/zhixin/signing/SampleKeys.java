package cn.zhixin.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows the certified public keys of the folder {@code keys-sample}, whose private keys anybody
 * has; those without a certificate are {@link SampleRawKeys}.
 *
 * <p>A key is recognised by itself, not by file, alias or certificate.
 */
final class SampleKeys {
  private static final List<String> FILES =
      List.of("root", "issuing-ca", "committee", "time-stamp", "receipts");

  private final Set<KeyId> ids;

  private SampleKeys(Set<KeyId> ids) {
    this.ids = ids;
  }

  /** From the class path. Fails when a file is missing: then nothing could be recognised. */
  static SampleKeys load() {
    return new SampleKeys(
        FILES.stream()
            .flatMap(SampleKeys::read)
            .map(VerificationKey::idOf)
            .collect(Collectors.toUnmodifiableSet()));
  }

  boolean contains(X509Certificate certificate) {
    return ids.contains(VerificationKey.idOf(certificate));
  }

  private static Stream<X509Certificate> read(String name) {
    String path = "/keys-sample/" + name + ".cer.pem";
    try (InputStream file = SampleKeys.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the class path lacks " + path);
      }
      return CertificateFiles.read(file.readAllBytes(), path).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    } catch (MalformedCertificate e) {
      throw new IllegalStateException(e);
    }
  }
}
