package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Builds CMS SignedData of level B-B (ETSI EN 319 122-1 §6, EN 319 142-1 §6.3): detached content,
 * SHA-256, ecdsa-with-SHA256; signed attributes content-type, message-digest and
 * signing-certificate-v2 with issuer and serial number; no signing-time, which PAdES leaves to the
 * signature dictionary; the signer's certificate and those between it and the root.
 */
final class CmsGenerator {
  private final List<X509CertificateHolder> certificates = new ArrayList<>();
  private final AttributeTable attributes;

  CmsGenerator(List<X509Certificate> chain) {
    try {
      for (X509Certificate each : chain) {
        if (certificates.isEmpty() || !CertificateChain.isRoot(each)) {
          certificates.add(new JcaX509CertificateHolder(each));
        }
      }
      attributes = new AttributeTable(new DERSet(signingCertificate(certificates.get(0))));
    } catch (CertificateEncodingException | IOException e) {
      throw new IllegalStateException("a certificate cannot be encoded", e);
    }
  }

  /** DER over the content; {@code signature} maps the signed attributes' DER to the signature. */
  byte[] generate(byte[] content, UnaryOperator<byte[]> signature) {
    try {
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(signerInfo(signature));
      for (X509CertificateHolder each : certificates) {
        generator.addCertificate(each);
      }
      return generator
          .generate(new CMSProcessableByteArray(content), false)
          .getEncoded(ASN1Encoding.DER);
    } catch (CMSException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("the CMS cannot be built", e);
    }
  }

  private SignerInfoGenerator signerInfo(UnaryOperator<byte[]> signature)
      throws OperatorCreationException {
    return new SignerInfoGeneratorBuilder(
            new JcaDigestCalculatorProviderBuilder().setProvider(BouncyCastle.PROVIDER).build())
        .setSignedAttributeGenerator(new UntimedAttributes(attributes))
        .build(new DelegatingContentSigner(signature), certificates.get(0));
  }

  private static Attribute signingCertificate(X509CertificateHolder signer) throws IOException {
    IssuerSerial issuerSerial =
        new IssuerSerial(
            new GeneralNames(new GeneralName(signer.getIssuer())), signer.getSerialNumber());
    ESSCertIDv2 id =
        new ESSCertIDv2(
            new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256),
            Digest.of(signer.getEncoded()).value().unsafeArray(),
            issuerSerial);
    return new Attribute(
        PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id)));
  }
}
