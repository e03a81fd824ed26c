package cn.zhixin.document;

import cn.zhixin.encoding.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAbsentContent;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority of one test run and a signer it certified, by Bouncy Castle's CMS. */
public final class TestAuthority {
  private static final String ALGORITHM = "SHA256withECDSA";
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final X509CertificateHolder root;
  private final byte[] crl;
  private final X509CertificateHolder signer;
  private final PrivateKey signerKey;

  public TestAuthority() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair rootKeys = generator.generateKeyPair();
      KeyPair signerKeys = generator.generateKeyPair();
      X500Name rootName = new X500Name("CN=Test Root,C=CN");
      root = certificate(rootKeys, rootName, rootKeys.getPublic(), true);
      signer =
          certificate(
              rootKeys, new X500Name("CN=威海市人力资源和社会保障局,C=CN"), signerKeys.getPublic(), false);
      signerKey = signerKeys.getPrivate();
      X509v2CRLBuilder list = new X509v2CRLBuilder(rootName, Date.from(Instant.now()));
      list.setNextUpdate(Date.from(Instant.now().plus(Duration.ofDays(30))));
      list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      crl = list.build(contentSigner(rootKeys.getPrivate())).getEncoded();
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509CertificateHolder certificate(
      KeyPair issuer, X500Name subject, PublicKey key, boolean authority)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    Instant now = Instant.now();
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=Test Root,C=CN"),
            BigInteger.valueOf(authority ? 1 : 2),
            Date.from(Instant.parse("2025-01-01T00:00:00Z")),
            Date.from(now.plus(Duration.ofDays(365))),
            subject,
            key);
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
    int usage =
        authority
            ? KeyUsage.keyCertSign | KeyUsage.cRLSign
            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    builder.addExtension(
        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        identifiers.createAuthorityKeyIdentifier(issuer.getPublic()));
    return builder.build(contentSigner(issuer.getPrivate()));
  }

  private static ContentSigner contentSigner(PrivateKey key) throws OperatorCreationException {
    return new JcaContentSignerBuilder(ALGORITHM).setProvider(PROVIDER).build(key);
  }

  /** DER of the trust anchor. */
  public byte[] rootCertificate() throws IOException {
    return root.getEncoded();
  }

  /** DER of a revocation list without entries. */
  public byte[] revocationList() {
    return crl;
  }

  /** A signer in the form that PAdES baseline B asks for. */
  public DocumentSigner newSigner() {
    return new DocumentSigner() {
      @Override
      public int maximumSize() {
        return 2048;
      }

      @Override
      public byte[] sign(Digest byteRanges) {
        try {
          CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
          generator.addSignerInfoGenerator(signerInfo(byteRanges));
          generator.addCertificate(signer);
          return generator.generate(new CMSAbsentContent(), false).getEncoded("DER");
        } catch (CMSException | IOException | OperatorCreationException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private SignerInfoGenerator signerInfo(Digest digest)
      throws OperatorCreationException, IOException {
    ESSCertIDv2 certificate = new ESSCertIDv2(Digest.of(signer.getEncoded()).value().toArray());
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(certificate))));
    DefaultSignedAttributeTableGenerator usual =
        new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes));
    // PAdES wants the time in the dictionary's M, not in the CMS (EN 319 142-1 §6.3).
    CMSAttributeTableGenerator signed =
        parameters ->
            usual
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    return new SignerInfoGeneratorBuilder(algorithm -> known(algorithm, digest))
        .setSignedAttributeGenerator(signed)
        .build(contentSigner(signerKey), signer);
  }

  private static DigestCalculator known(AlgorithmIdentifier algorithm, Digest digest) {
    return new DigestCalculator() {
      @Override
      public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
      }

      @Override
      public OutputStream getOutputStream() {
        return new ByteArrayOutputStream();
      }

      @Override
      public byte[] getDigest() {
        return digest.value().toArray();
      }
    };
  }
}
