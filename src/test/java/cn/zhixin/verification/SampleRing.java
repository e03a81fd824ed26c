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

/** The demo's keys, a minute into their validity. */
public final class SampleRing {
  private static final Path FOLDER = Path.of("keys-sample");

  private SampleRing() {}

  public static KeyRing open() {
    try {
      Instant valid = certificate("committee.cer.pem").getNotBefore().toInstant().plusSeconds(60);
      return KeyRing.builder(() -> valid)
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
