package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;

/** Reads signed attributes, and what signing-certificate-v2 names (RFC 5035 §3). */
final class SigningCertificateAttribute {
  private SigningCertificateAttribute() {}

  /** The one value of the one attribute of that type; empty if there is none or more than one. */
  static Optional<ASN1Encodable> single(AttributeTable attributes, ASN1ObjectIdentifier type) {
    ASN1EncodableVector all = attributes.getAll(type);
    if (all.size() != 1) {
      return Optional.empty();
    }
    ASN1Encodable[] values = Attribute.getInstance(all.get(0)).getAttributeValues();
    return values.length == 1 ? Optional.of(values[0]) : Optional.empty();
  }

  /**
   * Whether the attribute is there and its first entry names this certificate.
   *
   * @param digest of the certificate's DER
   */
  static boolean names(AttributeTable attributes, X509CertificateHolder signer, Digest digest) {
    Optional<ASN1Encodable> value =
        single(attributes, PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (value.isEmpty()) {
      return false;
    }
    // null for what is ASN.1's NULL
    @Nullable SigningCertificateV2 named = SigningCertificateV2.getInstance(value.get());
    ESSCertIDv2[] ids = named == null ? new ESSCertIDv2[0] : named.getCerts();
    if (ids.length == 0
        || !ids[0].getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)) {
      return false;
    }
    return Arrays.equals(ids[0].getCertHash(), digest.value().unsafeArray())
        && agrees(ids[0].getIssuerSerial(), signer);
  }

  private static boolean agrees(@Nullable IssuerSerial named, X509CertificateHolder signer) {
    if (named == null) {
      return true;
    }
    GeneralName[] issuer = named.getIssuer().getNames();
    return issuer.length == 1
        && issuer[0].equals(new GeneralName(signer.getIssuer()))
        && named.getSerial().hasValue(signer.getSerialNumber());
  }
}
