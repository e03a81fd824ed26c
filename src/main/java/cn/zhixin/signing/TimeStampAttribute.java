package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;

/** The unsigned attribute signature-time-stamp (RFC 5126 §6.1.1, EN 319 122-1 §5.3). */
final class TimeStampAttribute {
  /** Bytes kept for a token with its chain, and for the attribute around it. */
  static final int MAXIMUM_SIZE = 8192;

  private static final int FRAME = 64;

  private TimeStampAttribute() {}

  /** What the stamp is over: the signature's value. */
  static byte[] stamped(byte[] cms) {
    try {
      return new CMSSignedData(cms).getSignerInfos().iterator().next().getSignature();
    } catch (CMSException e) {
      throw new IllegalStateException("no CMS of ours", e);
    }
  }

  /**
   * @throws UnstampedSignature if the token is larger than the room for it
   */
  static byte[] add(byte[] cms, Bytes token) {
    if (token.size() > MAXIMUM_SIZE - FRAME) {
      throw new UnstampedSignature(
          new TimeStampUnavailable("a token of " + token.size() + " bytes is too large"));
    }
    try {
      CMSSignedData signed = new CMSSignedData(cms);
      SignerInformation signer = signed.getSignerInfos().iterator().next();
      Attribute attribute =
          new Attribute(
              PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
              new DERSet(ASN1Primitive.fromByteArray(token.unsafeArray())));
      SignerInformation stamped =
          SignerInformation.replaceUnsignedAttributes(
              signer, new AttributeTable(new DERSet(attribute)));
      return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(stamped)))
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | IOException e) {
      throw new IllegalStateException("the CMS takes no time stamp", e);
    }
  }
}
