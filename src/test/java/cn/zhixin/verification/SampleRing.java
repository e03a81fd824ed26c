package cn.zhixin.verification;

import cn.zhixin.signing.CertificateFiles;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.MalformedCertificate;
import cn.zhixin.signing.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** The demo's keys at a moment of their validity. */
public final class SampleRing {
  private static final Path FOLDER = Path.of("keys-sample");

  private static final Instant WANTED = Instant.parse("2025-11-18T01:31:00Z");

  /** When they sign: on a day after a committee's meeting, if they were valid then. */
  public static final Instant AT = later(WANTED, firstValid().plusSeconds(60));

  private SampleRing() {}

  private static Instant firstValid() {
    return certificate("committee.cer.pem").getNotBefore().toInstant();
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  public static KeyRing open() {
    try {
      return KeyRing.builder(() -> AT)
          .allowSampleKeys(true)
          .keyStore(
              Files.readAllBytes(FOLDER.resolve("committee.p12")),
              "sample".toCharArray(),
              "committee.p12")
          .certificates(List.of(certificate("root.cer.pem"), certificate("time-stamp.cer.pem")))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static X509Certificate certificate(String file) {
    try {
      return CertificateFiles.read(Files.readAllBytes(FOLDER.resolve(file)), file).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedCertificate e) {
      throw new IllegalStateException(e);
    }
  }

  public static SigningKey issuingKey(KeyRing keys) {
    return keys.signingKey(KeyPurpose.ISSUING);
  }
}
