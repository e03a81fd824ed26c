package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a SignedData (RFC 5652 §5) of one signer: DER, with the path of the signer's
 * certificates and nothing else that the signature does not cover, but a time stamp. Most of a CMS
 * can be changed without breaking its signature; of this form each byte follows from what was
 * signed, from certificates that are signed themselves, and from the signature.
 */
final class CmsForm {
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int PRIMITIVE_0 = 0x80;
  private static final int TAG_0 = 0xA0;
  private static final int TAG_1 = 0xA1;
  private static final int LONG_LENGTH = 0x80;
  private static final int V1 = 1;
  private static final int V3 = 3;

  private final SignedData data;
  private final SignerInformation signer;
  private final X509Certificate signedBy;
  private final IssuerAndSerialNumber name;
  private final List<X509Certificate> certificates;

  /**
   * @param cms of one signer, which was found to be sound
   * @param holder the signer's certificate
   * @param signedBy the same
   * @param certificates all that are in it
   */
  CmsForm(
      CMSSignedData cms,
      X509CertificateHolder holder,
      X509Certificate signedBy,
      List<X509Certificate> certificates) {
    this.data = SignedData.getInstance(cms.toASN1Structure().getContent());
    this.signer = cms.getSignerInfos().iterator().next();
    this.name = new IssuerAndSerialNumber(holder.toASN1Structure());
    this.signedBy = signedBy;
    this.certificates = certificates;
  }

  /**
   * What is in it beside the signer's certificates, if anything is.
   *
   * @param unsigned attributes that it may have without being signed
   * @param memory of the paths of certificates
   */
  Optional<CmsFault> added(int unsigned, CertificateMemory memory) {
    AttributeTable attributes = signer.getUnsignedAttributes();
    if (attributes != null && attributes.size() > unsigned) {
      return Optional.of(CmsFault.UNSIGNED_ATTRIBUTES_ADDED);
    }
    if (data.getCRLs() != null) {
      return Optional.of(CmsFault.REVOCATION_DATA_ADDED);
    }
    return memory.isOnePath(signedBy, certificates)
        ? Optional.empty()
        : Optional.of(CmsFault.CERTIFICATES_ADDED);
  }

  /** Whether a root came along that is not the signer itself. */
  boolean carriesRoot() {
    return certificates.stream()
        .anyMatch(each -> CertificateChain.isRoot(each) && !each.equals(signedBy));
  }

  /**
   * Its DER, whatever it came in.
   *
   * @param stamp the form of the token that it carries
   */
  byte[] encoded(Optional<Bytes> stamp) throws IOException, CertificateEncodingException {
    ContentInfo content = data.getEncapContentInfo();
    boolean plain = content.getContentType().equals(CMSObjectIdentifiers.data);
    byte[] digest = der(signer.toASN1Structure().getDigestAlgorithm());
    return tlv(
        SEQUENCE,
        der(CMSObjectIdentifiers.signedData),
        tlv(
            TAG_0,
            tlv(
                SEQUENCE,
                der(new ASN1Integer(plain ? V1 : V3)),
                tlv(SET, digest),
                der(new ContentInfo(content.getContentType(), octets(content.getContent()))),
                tlv(TAG_0, sortedCertificates()),
                tlv(SET, signerInfo(digest, stamp)))));
  }

  private byte[] signerInfo(byte[] digest, Optional<Bytes> stamp) throws IOException {
    SignerInfo info = signer.toASN1Structure();
    // by issuer and serial number, else by the key's identifier (RFC 5652 §5.3)
    byte[] key = signer.getSID().getSubjectKeyIdentifier();
    byte[] attributes = signer.getEncodedSignedAttributes();
    attributes[0] = (byte) TAG_0;
    return tlv(
        SEQUENCE,
        der(new ASN1Integer(key == null ? V1 : V3)),
        key == null ? der(name) : tlv(PRIMITIVE_0, key),
        digest,
        attributes,
        der(info.getDigestEncryptionAlgorithm()),
        der(info.getEncryptedDigest()),
        stamp.isPresent() ? stamped(stamp.get()) : new byte[0]);
  }

  private static @Nullable ASN1Encodable octets(@Nullable ASN1Encodable content) {
    return content == null
        ? null
        : new DEROctetString(ASN1OctetString.getInstance(content).getOctets());
  }

  private static byte[] stamped(Bytes stamp) throws IOException {
    return tlv(
        TAG_1,
        tlv(
            SEQUENCE,
            der(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken),
            tlv(SET, stamp.unsafeArray())));
  }

  /** In the order of a SET OF (X.690 §11.6). */
  private byte[][] sortedCertificates() throws CertificateEncodingException {
    List<byte[]> all = new ArrayList<>();
    for (X509Certificate each : certificates) {
      all.add(each.getEncoded());
    }
    all.sort(Arrays::compareUnsigned);
    return all.toArray(byte[][]::new);
  }

  private static byte[] der(ASN1Encodable part) throws IOException {
    return part.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private static byte[] tlv(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 5);
    out.write(tag);
    int lengthBytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
    if (length >= LONG_LENGTH) {
      out.write(LONG_LENGTH | lengthBytes);
    }
    for (int i = length >= LONG_LENGTH ? lengthBytes - 1 : 0; i >= 0; i--) {
      out.write(length >> 8 * i);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
