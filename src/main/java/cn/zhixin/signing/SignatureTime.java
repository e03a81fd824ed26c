package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * When a signature was made: what a trusted time stamp over it says, else what was assumed.
 *
 * @param fault of a time stamp that is not over this signature, not sound, or was added to
 * @param stamp the form of the token, of whichever authority
 * @param unknownAuthority who made the stamp, if nobody who is trusted vouches for its bytes
 */
record SignatureTime(
    Instant time,
    SignatureLevel level,
    Optional<CmsFault> fault,
    Optional<Bytes> stamp,
    Optional<String> unknownAuthority) {
  static SignatureTime of(SignerInformation signer, TrustAnchors anchors, Instant assumed)
      throws IOException, GeneralSecurityException {
    AttributeTable unsigned = signer.getUnsignedAttributes();
    if (unsigned == null
        || unsigned.getAll(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken).size() == 0) {
      return new SignatureTime(
          assumed, SignatureLevel.B_B, Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<ASN1Encodable> value =
        SigningCertificateAttribute.single(
            unsigned, PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (value.isEmpty()) {
      return faulty(assumed, CmsFault.TIME_STAMP_INVALID);
    }
    try {
      TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(value.get()));
      return ofToken(token, signer.getSignature(), anchors, assumed);
    } catch (TSPException | IOException | RuntimeException notSound) {
      // Bouncy Castle's ASN.1 classes throw unchecked ones of all kinds on bytes of the wrong type
      return faulty(assumed, CmsFault.TIME_STAMP_INVALID);
    }
  }

  private static SignatureTime ofToken(
      TimeStampToken token, byte[] signature, TrustAnchors anchors, Instant assumed)
      throws TSPException, IOException {
    byte[] imprint = Digest.of(signature).value().unsafeArray();
    boolean overSignature =
        token.getTimeStampInfo().getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
            && Arrays.equals(token.getTimeStampInfo().getMessageImprintDigest(), imprint);
    if (!overSignature) {
      return faulty(assumed, CmsFault.TIME_STAMP_INVALID);
    }
    TimeStampTokens.Sound sound = TimeStampTokens.check(token, anchors.memory());
    if (sound.added().isPresent()) {
      return faulty(assumed, sound.added().get());
    }
    Optional<Bytes> form = Optional.of(sound.form());
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    return switch (CertificateChain.check(sound.authority(), sound.certificates(), anchors, time)) {
      case PASSED ->
          new SignatureTime(time, SignatureLevel.B_T, Optional.empty(), form, Optional.empty());
      case NO_ANCHOR ->
          new SignatureTime(
              assumed,
              SignatureLevel.B_B,
              Optional.empty(),
              form,
              Optional.of(SubjectName.of(sound.authority())));
      case OUTSIDE_VALIDITY, INVALID -> faulty(assumed, CmsFault.TIME_STAMP_INVALID);
    };
  }

  private static SignatureTime faulty(Instant assumed, CmsFault fault) {
    return new SignatureTime(
        assumed, SignatureLevel.B_B, Optional.of(fault), Optional.empty(), Optional.empty());
  }
}
