package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
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
   * A token that is sound.
   *
   * @param authority that signed it, was valid then, and is for time stamping only
   * @param certificates all that came with it
   * @param form the DER that it has to be in
   * @param added what its signature does not cover and no authority puts there
   */
  record Sound(
      X509Certificate authority,
      List<X509Certificate> certificates,
      Bytes form,
      Optional<CmsFault> added) {}

  /**
   * @throws TSPException if the token is not sound, or lacks its authority's certificate
   */
  static Sound check(TimeStampToken token, CertificateMemory memory)
      throws TSPException, IOException {
    try {
      for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
        if (token.getSID().match(holder)) {
          token.validate(
              new JcaSimpleSignerInfoVerifierBuilder()
                  .setProvider(BouncyCastle.PROVIDER)
                  .build(holder));
          return sound(token, holder, memory);
        }
      }
    } catch (CertificateException | OperatorCreationException e) {
      throw new TSPException("the authority's certificate cannot be used", e);
    }
    throw new TSPException("the token lacks the authority's certificate");
  }

  private static Sound sound(
      TimeStampToken token, X509CertificateHolder holder, CertificateMemory memory)
      throws CertificateException, IOException {
    X509Certificate authority = convert(holder);
    List<X509Certificate> all = new ArrayList<>();
    for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
      all.add(convert(each));
    }
    CmsForm form = new CmsForm(token.toCMSSignedData(), holder, authority, all);
    return new Sound(
        authority, all, Bytes.wrap(form.encoded(Optional.empty())), form.added(0, memory));
  }

  private static X509Certificate convert(X509CertificateHolder holder) throws CertificateException {
    return new JcaX509CertificateConverter()
        .setProvider(BouncyCastle.PROVIDER)
        .getCertificate(holder);
  }
}
