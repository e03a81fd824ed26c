package cn.zhixin.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate authority of its own, made anew for each test class. */
final class TestAuthority {
  static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(NOW);
  static final char[] PASSWORD = "a test password".toCharArray();

  record Issued(KeyPair pair, X509Certificate certificate) {}

  private final Issued root;
  private @Nullable BigInteger serial;

  TestAuthority() {
    Instant start = NOW.minus(Duration.ofDays(3650));
    root = make("职称测试根", null, "EC", KeyUsage.keyCertSign, null, start, Duration.ofDays(7300));
  }

  X509Certificate certificate() {
    return root.certificate();
  }

  TrustAnchors anchors() {
    return TrustAnchors.of(List.of(root.certificate()));
  }

  /** For documents, valid from a day ago. */
  Issued issue(String name, Duration validity) {
    return issue(name, NOW.minus(Duration.ofDays(1)), validity);
  }

  Issued issue(String name, Instant start, Duration validity) {
    int usage = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    return make(name, root, "EC", usage, null, start, validity);
  }

  Issued issueTimeStamp() {
    return issueTimeStamp("时间戳", root, Duration.ofDays(400));
  }

  /**
   * @param issuer the root, or whoever else has a key
   */
  Issued issueTimeStamp(String name, Issued issuer, Duration validity) {
    Instant start = NOW.minus(Duration.ofDays(1));
    KeyPurposeId purpose = KeyPurposeId.id_kp_timeStamping;
    return make(name, issuer, "EC", KeyUsage.digitalSignature, purpose, start, validity);
  }

  Issued root() {
    return root;
  }

  Issued issueWith(String algorithm, int usage) {
    Instant start = NOW.minus(Duration.ofDays(1));
    return make("other", root, algorithm, usage, null, start, Duration.ofDays(400));
  }

  /** Certified by a key that is no authority's. */
  Issued certifiedBy(Issued issuer, String name) {
    int usage = KeyUsage.digitalSignature;
    Instant start = NOW.minus(Duration.ofDays(1));
    return make(name, issuer, "EC", usage, null, start, Duration.ofDays(100));
  }

  /** Another certificate for another key with the same issuer, subject and serial number. */
  X509Certificate twin(Issued of) {
    serial = of.certificate().getSerialNumber();
    Issued twin = issue("孪生", Duration.ofDays(400));
    serial = null;
    return twin.certificate();
  }

  KeyRing ring(Issued... keys) {
    KeyRingBuilder builder = KeyRing.builder(CLOCK);
    for (Issued key : keys) {
      builder.keyStore(store(key), PASSWORD, "test.p12");
    }
    return builder.build();
  }

  byte[] store(Issued key) {
    return store(key, List.of(key.certificate(), root.certificate()));
  }

  static byte[] store(Issued key, List<X509Certificate> chain) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, PASSWORD);
      Certificate[] certificates = chain.toArray(new Certificate[0]);
      store.setKeyEntry("any", key.pair().getPrivate(), PASSWORD, certificates);
      store.store(out, PASSWORD);
      return out.toByteArray();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Issued make(
      String name,
      @Nullable Issued issuer,
      String algorithm,
      int usage,
      @Nullable KeyPurposeId purpose,
      Instant start,
      Duration validity) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (algorithm.equals("EC")) {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      KeyPair pair = generator.generateKeyPair();
      X500Name subject = new X500Name("CN=" + name + ",C=CN");
      KeyPair by = issuer == null ? pair : issuer.pair();
      X500Name issuerName =
          issuer == null
              ? subject
              : X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuerName,
              serial == null ? new BigInteger(80, new SecureRandom()) : serial,
              Date.from(start),
              Date.from(start.plus(validity)),
              subject,
              pair.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer == null));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
      if (purpose != null) {
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate());
      return new Issued(
          pair, new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }
}
