package cn.zhixin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
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
 * The demo's committee key, and signatures with it as Bouncy Castle's generator makes them: CMS
 * with signing-certificate-v2 over whole documents, digested by the JDK.
 */
public final class BenchmarkKey {
  static final String STORE = "keys-sample/committee.p12";
  private static final char[] PASSWORD = "sample".toCharArray();
  private static final String ALGORITHM = "SHA256withECDSA";

  /** The same with nonces of RFC 6979. */
  private static final String DERIVED = "SHA256withECDDSA";

  /** Those that need not be registered, with their classes. */
  private static final Map<String, String> NATIVE =
      Map.of(
          "ACCP", "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider",
          "CONSCRYPT", "org.conscrypt.OpenSSLProvider");

  private final Provider provider;
  private final PrivateKey key;
  private final List<X509CertificateHolder> chain;
  private final AttributeTable attributes;

  private BenchmarkKey(Provider provider, PrivateKey key, List<X509CertificateHolder> chain)
      throws Exception {
    this.provider = provider;
    this.key = key;
    this.chain = chain;
    this.attributes = signingCertificate(chain.get(0));
  }

  /** The store's bytes, for whoever opens it another way. */
  static byte[] store() throws Exception {
    try (InputStream in = BenchmarkKey.class.getClassLoader().getResourceAsStream(STORE)) {
      return Objects.requireNonNull(in, STORE).readAllBytes();
    }
  }

  static char[] password() {
    return PASSWORD.clone();
  }

  /** Signs with the named provider. */
  public static BenchmarkKey open(String providerName) throws Exception {
    if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
      Security.addProvider(new BouncyCastleProvider());
    }
    Provider provider = provider(providerName);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(store()), PASSWORD);
    String alias = store.aliases().nextElement();
    List<X509CertificateHolder> chain = new ArrayList<>();
    for (Certificate certificate : store.getCertificateChain(alias)) {
      chain.add(new X509CertificateHolder(certificate.getEncoded()));
    }
    byte[] encoded = store.getKey(alias, PASSWORD).getEncoded();
    KeyFactory keys = KeyFactory.getInstance("EC", provider);
    return new BenchmarkKey(
        provider, keys.generatePrivate(new PKCS8EncodedKeySpec(encoded)), List.copyOf(chain));
  }

  private static Provider provider(String name) throws ReflectiveOperationException {
    String className = NATIVE.get(name.toUpperCase(Locale.ROOT));
    Provider provider =
        className == null
            ? Security.getProvider(name)
            : (Provider) Class.forName(className).getConstructor().newInstance();
    if (provider == null) {
      throw new IllegalArgumentException("no security provider " + name);
    }
    return provider;
  }

  private static AttributeTable signingCertificate(X509CertificateHolder certificate)
      throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest)))));
    return new AttributeTable(attributes);
  }

  /** DER of the key's certificate and of the authorities above it, without the root. */
  List<byte[]> certificates() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (X509CertificateHolder certificate : carried()) {
      all.add(certificate.getEncoded());
    }
    return all;
  }

  /** The root is everywhere already. */
  private List<X509CertificateHolder> carried() {
    return chain.subList(0, chain.size() - 1);
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

  /** As the service does with this provider: Bouncy Castle derives nonces, in its own SHA-256. */
  Signature newSignatureAsIssued() throws Exception {
    boolean derives = provider.getName().equals(BouncyCastleProvider.PROVIDER_NAME);
    Signature signature = Signature.getInstance(derives ? DERIVED : ALGORITHM, provider);
    signature.initSign(key);
    return signature;
  }

  /** DER of a detached CMS over the content, all of it made anew. */
  public byte[] cms(byte[] content) throws Exception {
    return cms(content, new JcaContentSignerBuilder(ALGORITHM).setProvider(provider).build(key));
  }

  /**
   * The same with whatever computes ECDSA with SHA-256.
   *
   * @param ecdsa with the key of {@link #newSignature()}
   */
  byte[] cms(byte[] content, Signature ecdsa) throws Exception {
    return cms(content, new EcdsaContentSigner(ecdsa));
  }

  private byte[] cms(byte[] content, ContentSigner signer) throws Exception {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(signerInfo(signer));
    for (X509CertificateHolder certificate : carried()) {
      generator.addCertificate(certificate);
    }
    return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
  }

  private SignerInfoGenerator signerInfo(ContentSigner signer) throws Exception {
    DefaultSignedAttributeTableGenerator usual =
        new DefaultSignedAttributeTableGenerator(attributes);
    // PAdES keeps the time in the PDF (ETSI EN 319 142-1 §6.3)
    CMSAttributeTableGenerator withoutTime =
        parameters ->
            usual
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime)
                .remove(CMSAttributes.cmsAlgorithmProtect);
    return new JcaSignerInfoGeneratorBuilder(
            new JcaDigestCalculatorProviderBuilder().setProvider("SUN").build())
        .setSignedAttributeGenerator(withoutTime)
        .build(signer, chain.get(0));
  }
}
