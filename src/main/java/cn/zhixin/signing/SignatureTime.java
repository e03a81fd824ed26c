package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * When a signature was made: what a trusted time stamp over it says, else what was assumed.
 *
 * @param isInvalid there is a time stamp that is not over this signature, or not sound
 */
record SignatureTime(Instant time, SignatureLevel level, boolean isInvalid) {
  static SignatureTime of(SignerInformation signer, TrustAnchors anchors, Instant assumed)
      throws IOException, GeneralSecurityException, CMSException {
    AttributeTable unsigned = signer.getUnsignedAttributes();
    if (unsigned == null
        || unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken).size() == 0) {
      return assumed(assumed);
    }
    Optional<ASN1Encodable> value =
        SigningCertificateAttribute.single(
            unsigned, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (value.isEmpty()) {
      return invalid(assumed);
    }
    try {
      TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(value.get()));
      return ofToken(token, signer.getSignature(), anchors, assumed);
    } catch (TSPException notSound) {
      return invalid(assumed);
    }
  }

  private static SignatureTime ofToken(
      TimeStampToken token, byte[] signature, TrustAnchors anchors, Instant assumed)
      throws GeneralSecurityException, TSPException {
    byte[] imprint = Digest.of(signature).value().unsafeArray();
    boolean overSignature =
        token.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
            && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint);
    if (!overSignature) {
      return invalid(assumed);
    }
    X509Certificate authority = TimeStampTokens.signerOf(token);
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    return switch (CertificateChain.check(
        authority, TimeStampTokens.certificates(token), anchors, time)) {
      case PASSED -> new SignatureTime(time, SignatureLevel.B_T, false);
      case NO_ANCHOR -> assumed(assumed);
      case OUTSIDE_VALIDITY, INVALID -> invalid(assumed);
    };
  }

  private static SignatureTime assumed(Instant time) {
    return new SignatureTime(time, SignatureLevel.B_B, false);
  }

  private static SignatureTime invalid(Instant time) {
    return new SignatureTime(time, SignatureLevel.B_B, true);
  }
}
