package cn.zhixin.bench;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A P-256 key with a certificate of its own, and signatures as Bouncy Castle's generator makes
 * them: CMS with signing-certificate-v2 over whole documents, digested by the JDK.
 */
final class BenchmarkKey {
  private static final String ALGORITHM = "SHA256withECDSA";

  private final Provider provider;
  private final PrivateKey key;
  private final X509CertificateHolder certificate;
  private final AttributeTable attributes;

  private BenchmarkKey(
      Provider provider, PrivateKey key, X509CertificateHolder certificate, AttributeTable table) {
    this.provider = provider;
    this.key = key;
    this.certificate = certificate;
    this.attributes = table;
  }

  /** Makes a new key that signs with the named provider. */
  static BenchmarkKey create(String providerName) throws Exception {
    if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
      Security.addProvider(new BouncyCastleProvider());
    }
    Provider provider = Security.getProvider(providerName);
    if (provider == null) {
      throw new IllegalArgumentException("no security provider " + providerName);
    }
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    X500Name name = new X500Name("CN=Benchmark,C=CN");
    Instant now = Instant.now();
    X509CertificateHolder certificate =
        new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(63, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(365))),
                name,
                pair.getPublic())
            .build(
                new JcaContentSignerBuilder(ALGORITHM)
                    .setProvider(provider)
                    .build(pair.getPrivate()));
    return new BenchmarkKey(
        provider, pair.getPrivate(), certificate, signingCertificate(certificate));
  }

  private static AttributeTable signingCertificate(X509CertificateHolder certificate)
      throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
    return new AttributeTable(attributes);
  }

  Provider provider() {
    return provider;
  }

  /** To be kept and used again. */
  Signature newSignature() throws Exception {
    Signature signature = Signature.getInstance(ALGORITHM, provider);
    signature.initSign(key);
    return signature;
  }

  /** DER of a detached CMS over the content, all of it made anew. */
  byte[] cms(byte[] content) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(signerInfo());
    generator.addCertificate(certificate);
    return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
  }

  private SignerInfoGenerator signerInfo() throws Exception {
    ContentSigner signer = new JcaContentSignerBuilder(ALGORITHM).setProvider(provider).build(key);
    DefaultSignedAttributeTableGenerator usual =
        new DefaultSignedAttributeTableGenerator(attributes);
    // PAdES keeps the time in the PDF (ETSI EN 319 142-1 §6.3)
    CMSAttributeTableGenerator withoutTime =
        (Map<String, Object> parameters) ->
            usual
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    return new JcaSignerInfoGeneratorBuilder(
            new JcaDigestCalculatorProviderBuilder().setProvider("SUN").build())
        .setSignedAttributeGenerator(withoutTime)
        .build(signer, certificate);
  }
}
