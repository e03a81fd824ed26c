package cn.zhixin.signing;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** Keys that stand alone, without a certificate. */
enum RawKeyKind {
  /** RFC 8410 §3. */
  ED25519("Ed25519", "1.3.101.112"),

  /** RFC 9881 §2. */
  ML_DSA_44("ML-DSA-44", "2.16.840.1.101.3.4.3.17");

  private final String title;
  private final ASN1ObjectIdentifier id;

  RawKeyKind(String title, String id) {
    this.title = title;
    this.id = new ASN1ObjectIdentifier(id);
  }

  /** Without parameters, as both RFCs demand. */
  AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(id);
  }

  /** What the algorithm is called, or its number if it is none of these. */
  static String nameOf(AlgorithmIdentifier algorithm) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(algorithm.getAlgorithm()))
        .findFirst()
        .map(RawKeyKind::toString)
        .orElseGet(() -> algorithm.getAlgorithm().getId());
  }

  @Override
  public String toString() {
    return title;
  }
}
