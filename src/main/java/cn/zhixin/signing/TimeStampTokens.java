package cn.zhixin.signing;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
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
   * The embedded certificate that signed the token, was valid then, and is for time stamping only.
   *
   * @throws TSPException if there is none, or the token is not sound
   */
  static X509Certificate signerOf(TimeStampToken token) throws TSPException {
    try {
      for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
        if (token.getSID().match(holder)) {
          token.validate(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(BouncyCastle.PROVIDER)
                  .build(holder));
          return convert(holder);
        }
      }
    } catch (CertificateException | OperatorCreationException e) {
      throw new TSPException("the authority's certificate cannot be used", e);
    }
    throw new TSPException("the token lacks the authority's certificate");
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
