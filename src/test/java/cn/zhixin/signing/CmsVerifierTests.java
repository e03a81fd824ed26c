package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;

/** A sound signature with one thing wrong each time. */
class CmsVerifierTests {
  private static final byte[] CONTENT = {1, 2, 3};
  private static final Digest DIGEST = Digest.of(CONTENT);

  private final TestAuthority authority = new TestAuthority();
  private final TestAuthority.Issued committee = authority.issue("委员会", Duration.ofDays(400));
  private final byte[] sound = cms(committee, committee.certificate());

  @Test
  void takesZerosAfterTheSignatureAndNothingElse() {
    byte[] padded = Arrays.copyOf(sound, sound.length + 500);
    assertThat(verify(padded)).isInstanceOf(CmsOutcome.Passed.class);
    padded[padded.length - 1] = 1;
    assertFault(padded, CmsFault.MALFORMED);
    assertFault(Arrays.copyOf(sound, sound.length - 1), CmsFault.MALFORMED);
    assertFault(new byte[700], CmsFault.MALFORMED);
    assertFault(new byte[] {0x30, (byte) 0x80, 0, 0}, CmsFault.MALFORMED);
  }

  @Test
  void passesNothingWithOneByteChangedInWhatIsSigned() throws CMSException, IOException {
    SignerInformation signer = signerOf(sound);
    int start = sound.length - signer.toASN1Structure().getEncoded("DER").length;
    for (int i = start; i < sound.length; i++) {
      byte[] changed = sound.clone();
      changed[i] ^= 0x20;
      assertThat(verify(changed))
          .as("byte %s, signer from %s", i, start)
          .isNotInstanceOf(CmsOutcome.Passed.class);
    }
  }

  /** A certificate's key may be unreadable, its algorithm unknown, its dates nonsense. */
  @Test
  void judgesWhateverByteIsChanged() {
    byte[] withRoot =
        new CmsGenerator(List.of(committee.certificate(), authority.certificate()))
            .generate(CONTENT, signed -> sign(committee, signed));
    assertThat(verify(withRoot)).isInstanceOf(CmsOutcome.Passed.class);
    for (int i = 0; i < withRoot.length; i++) {
      for (int bit : new int[] {0x01, 0x20, 0x80}) {
        byte[] changed = withRoot.clone();
        changed[i] ^= (byte) bit;
        assertThatCode(() -> verify(changed))
            .as("byte %s, bit %s", i, bit)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void failsForAnotherFile() {
    assertThat(
            new CmsVerifier(authority.anchors())
                .verify(Bytes.wrap(sound), Digest.of(new byte[] {9}), TestAuthority.NOW))
        .isEqualTo(new CmsOutcome.Failed(CmsFault.WRONG_MESSAGE_DIGEST));
  }

  @Test
  void failsForTwoSignersAndForNone() throws CMSException, IOException {
    var other = authority.issue("另一个", Duration.ofDays(400));
    CMSSignedData first = new CMSSignedData(sound);
    SignerInformation second = signerOf(cms(other, other.certificate()));
    assertFault(withSigners(first, List.of(signerOf(sound), second)), CmsFault.NOT_ONE_SIGNER);
    assertFault(withSigners(first, List.of()), CmsFault.NOT_ONE_SIGNER);
  }

  @Test
  void failsForContentOfItsOwn() throws CMSException, IOException {
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSigners(new SignerInformationStore(List.of(signerOf(sound))));
    generator.addCertificates(new CMSSignedData(sound).getCertificates());
    CMSProcessableByteArray content = new CMSProcessableByteArray(CONTENT);
    assertFault(generator.generate(content, true).getEncoded("DER"), CmsFault.CONTENT_ATTACHED);
  }

  @Test
  void failsWithoutTheSignersCertificate() throws CMSException, IOException {
    CMSSignedData bare =
        CMSSignedData.replaceCertificatesAndCRLs(
            new CMSSignedData(sound),
            new CollectionStore<>(List.of()),
            new CollectionStore<>(List.of()),
            new CollectionStore<>(List.of()));
    assertFault(bare.getEncoded("DER"), CmsFault.NO_SIGNER_CERTIFICATE);
  }

  /** The certificate in the file has the issuer and serial number named, but is another. */
  @Test
  void failsForASwappedCertificate() throws CMSException, IOException, GeneralSecurityException {
    X509Certificate twin = authority.twin(committee);
    CMSSignedData swapped =
        CMSSignedData.replaceCertificatesAndCRLs(
            new CMSSignedData(sound),
            new JcaCertStore(List.of(twin)),
            new CollectionStore<>(List.of()),
            new CollectionStore<>(List.of()));
    assertFault(swapped.getEncoded("DER"), CmsFault.SIGNING_CERTIFICATE_MISMATCH);
  }

  @Test
  void failsForASignatureByAnotherKey() {
    var other = authority.issue("另一个", Duration.ofDays(400));
    assertFault(cms(other, committee.certificate()), CmsFault.WRONG_SIGNATURE);
  }

  /** Bouncy Castle reads names late, and then throws what no parser declares. */
  @Test
  void failsForANameWithoutAValue() {
    Tlv cms = Tlv.parse(sound);
    Tlv signer = cms.part(1).part(0).last().part(0);
    Tlv name = signer.part(1).part(0);
    name.part(0).part(0).parts.remove(1);
    assertFault(cms.encoded(), CmsFault.MALFORMED);
  }

  /** Signed by the right key, but by another program than the issuer's. */
  @Test
  void failsForSignedAttributesBesideThoseOfTheBaseline() throws Exception {
    AttributeTable attributes =
        signerOf(sound)
            .getSignedAttributes()
            .add(CMSAttributes.signingTime, new Time(Date.from(TestAuthority.NOW)));
    CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
    generator.addSignerInfoGenerator(
        new SignerInfoGeneratorBuilder(
                new JcaDigestCalculatorProviderBuilder().setProvider(BouncyCastle.PROVIDER).build())
            .setSignedAttributeGenerator(parameters -> attributes)
            .build(
                new DelegatingContentSigner(signed -> sign(committee, signed)),
                new JcaX509CertificateHolder(committee.certificate())));
    generator.addCertificate(new JcaX509CertificateHolder(committee.certificate()));
    CMSProcessableByteArray content = new CMSProcessableByteArray(CONTENT);
    assertFault(
        generator.generate(content, false).getEncoded("DER"), CmsFault.OTHER_SIGNED_ATTRIBUTES);
  }

  @Test
  void failsForACertificateThatIsNotForDocuments() {
    var agreement = authority.issueWith("EC", KeyUsage.keyAgreement);
    assertFault(cms(agreement, agreement.certificate()), CmsFault.WRONG_KEY_USAGE);
    var stamps = authority.issueTimeStamp();
    assertFault(cms(stamps, stamps.certificate()), CmsFault.WRONG_KEY_USAGE);
  }

  /** What is remembered of a chain that passed says nothing of another time. */
  @Test
  void failsOutsideTheValidityOfAChainThatPassedBefore() {
    var signer =
        authority.issue("旧", TestAuthority.NOW.minus(Duration.ofDays(9)), Duration.ofDays(8));
    Bytes cms = Bytes.wrap(cms(signer, signer.certificate()));
    CmsVerifier verifier = new CmsVerifier(authority.anchors());
    assertThat(verifier.verify(cms, DIGEST, TestAuthority.NOW.minus(Duration.ofDays(5))))
        .isInstanceOf(CmsOutcome.Passed.class);
    assertThat(verifier.verify(cms, DIGEST, TestAuthority.NOW))
        .isEqualTo(new CmsOutcome.Failed(CmsFault.OUTSIDE_VALIDITY));
  }

  @Test
  void failsOutsideTheCertificatesValidity() {
    var old = authority.issue("旧", TestAuthority.NOW.minus(Duration.ofDays(9)), Duration.ofDays(8));
    assertFault(cms(old, old.certificate()), CmsFault.OUTSIDE_VALIDITY);
    var early = authority.issue("早", TestAuthority.NOW.plusSeconds(2), Duration.ofDays(8));
    assertFault(cms(early, early.certificate()), CmsFault.OUTSIDE_VALIDITY);
  }

  @Test
  void failsWhenACertificateThatIsNoAuthorityCertifies() {
    var leaf = authority.certifiedBy(committee, "冒牌");
    byte[] cms =
        new CmsGenerator(List.of(leaf.certificate(), committee.certificate()))
            .generate(CONTENT, signed -> sign(leaf, signed));
    assertFault(cms, CmsFault.CHAIN_INVALID);
  }

  @Test
  void cannotTellWithoutATrustedAuthority() {
    TrustAnchors others = new TestAuthority().anchors();
    assertThat(new CmsVerifier(others).verify(Bytes.wrap(sound), DIGEST, TestAuthority.NOW))
        .isEqualTo(CmsOutcome.CannotTell.of(CmsGap.UNKNOWN_ISSUER));
  }

  @Test
  void failsForATimeStampOverAnotherSignature()
      throws CMSException, IOException, TimeStampUnavailable {
    KeyRing ring = authority.ring(authority.issueTimeStamp());
    SigningKey key = ring.signingKey(KeyPurpose.TIME_STAMP);
    TimeStampAuthority stamps = new TimeStampAuthority(key, "2.25.1", TestAuthority.CLOCK);
    try (TimeStampServer server = TimeStampServer.start(stamps, 0)) {
      TimeStampClient client =
          new TimeStampClient(server.address(), Duration.ofSeconds(20), authority.anchors());
      byte[] right =
          TimeStampAttribute.add(sound, client.stamp(Bytes.wrap(signerOf(sound).getSignature())));
      assertThat(verify(right))
          .isEqualTo(
              new CmsOutcome.Passed(
                  committee.certificate(), SignatureLevel.B_T, TestAuthority.NOW));
      byte[] wrong = TimeStampAttribute.add(sound, client.stamp(Bytes.ofUtf8("another")));
      assertFault(wrong, CmsFault.TIME_STAMP_INVALID);
    }
  }

  private CmsOutcome verify(byte[] cms) {
    Instant at = TestAuthority.NOW;
    return new CmsVerifier(authority.anchors()).verify(Bytes.wrap(cms), DIGEST, at);
  }

  private void assertFault(byte[] cms, CmsFault fault) {
    assertThat(verify(cms)).isEqualTo(new CmsOutcome.Failed(fault));
  }

  private static byte[] cms(TestAuthority.Issued signer, X509Certificate certificate) {
    return new CmsGenerator(List.of(certificate)).generate(CONTENT, signed -> sign(signer, signed));
  }

  private static byte[] sign(TestAuthority.Issued signer, byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer.pair().getPrivate());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] withSigners(CMSSignedData cms, List<SignerInformation> signers)
      throws IOException {
    return CMSSignedData.replaceSigners(cms, new SignerInformationStore(signers)).getEncoded("DER");
  }

  private static SignerInformation signerOf(byte[] cms) throws CMSException {
    return new CMSSignedData(cms).getSignerInfos().iterator().next();
  }
}
