package cn.zhixin.signing;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/** Checks the signature of a time-stamp token (RFC 3161 §2.4.2). */
final class TimeStampTokens {
  private TimeStampTokens() {}

  /**
   * The embedded certificate that signed the token, was valid then, and is for time stamping only;
   * empty if there is none.
   */
  static Optional<X509Certificate> signerOf(TimeStampToken token) {
    try {
      for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
        if (token.getSID().match(holder)) {
          token.validate(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(BouncyCastle.PROVIDER)
                  .build(holder));
          return Optional.of(convert(holder));
        }
      }
      return Optional.empty();
    } catch (TSPException | CertificateException | OperatorCreationException notSound) {
      return Optional.empty();
    }
  }

  static List<X509Certificate> certificates(TimeStampToken token) throws CertificateException {
    List<X509Certificate> all = new ArrayList<>();
    for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
      all.add(convert(holder));
    }
    return all;
  }

  private static X509Certificate convert(X509CertificateHolder holder) throws CertificateException {
    return new JcaX509CertificateConverter()
        .setProvider(BouncyCastle.PROVIDER)
        .getCertificate(holder);
  }
}
