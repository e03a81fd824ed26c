package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.Test;

class CmsSignerTests {
  private static final Digest DIGEST = Digest.of(Bytes.ofUtf8("职称证书 龑䶮"));

  private final TestAuthority authority = new TestAuthority();
  private final KeyRing ring =
      authority.ring(authority.issue("评审委员会", Duration.ofDays(400)), authority.issueTimeStamp());

  @Test
  void signsAtLevelBBWithEveryLengthOfSignature() {
    CmsSigner signer = new DocumentSigning(ring, null).newSigner();
    Set<Integer> sizes = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      Digest digest = Digest.of(Bytes.ofUtf8("file " + i));
      byte[] cms = signer.sign(digest);
      sizes.add(cms.length);
      assertThat(cms.length).isLessThanOrEqualTo(signer.maximumSize());
      if (i % 20 == 0 || cms.length < signer.maximumSize() - 2) {
        assertPassed(verify(Bytes.wrap(cms), digest), SignatureLevel.B_B, TestAuthority.NOW);
      }
    }
    assertThat(sizes).hasSizeGreaterThan(2);
  }

  @Test
  void carriesTheAttributesOfTheBaselineAndNoOthers() throws CMSException, IOException {
    CMSSignedData cms = new CMSSignedData(new DocumentSigning(ring, null).newSigner().sign(DIGEST));
    SignerInformation signer = cms.getSignerInfos().iterator().next();
    assertThat(signer.getSignedAttributes().toHashtable().keySet())
        .isEqualTo(
            Set.of(
                CMSAttributes.contentType,
                CMSAttributes.messageDigest,
                PKCSObjectIdentifiers.id_aa_signingCertificateV2));
    assertThat(signer.getUnsignedAttributes()).isNull();
    assertThat(cms.getCertificates().getMatches(null)).hasSize(1);
    assertThat(cms.getEncoded("DER")).isEqualTo(cms.getEncoded());
  }

  @Test
  void signsWithTheSampleKeysAndTheirIssuingAuthority() throws IOException, MalformedCertificate {
    InstantSource clock = InstantSource.system();
    KeyRing sample =
        KeyRing.builder(clock)
            .allowSampleKeys(true)
            .keyStore(
                Files.readAllBytes(Path.of("keys-sample/committee.p12")),
                "sample".toCharArray(),
                "committee.p12")
            .build();
    byte[] cms = new DocumentSigning(sample, null).newSigner().sign(DIGEST);
    TrustAnchors root = TrustAnchors.read(List.of(Path.of("keys-sample/root.cer.pem")));
    assertThat(new CmsVerifier(root).verify(Bytes.wrap(cms), DIGEST, clock.instant()))
        .isInstanceOf(CmsOutcome.Passed.class);
  }

  @Test
  void signsAtLevelBTAgainstAnAuthorityOverHttp() throws IOException {
    Instant stamped = TestAuthority.NOW.plusSeconds(60);
    try (TimeStampServer server = serve(InstantSource.fixed(stamped))) {
      CmsSigner signer = new DocumentSigning(ring, client(server.address())).newSigner();
      byte[] cms = signer.sign(DIGEST);
      assertThat(cms.length).isLessThanOrEqualTo(signer.maximumSize());
      assertPassed(verify(Bytes.wrap(cms), DIGEST), SignatureLevel.B_T, stamped);
    }
  }

  @Test
  void aTimeStampKeepsASignatureAliveBeyondItsCertificate() throws IOException {
    Instant later = TestAuthority.NOW.plus(Duration.ofDays(3000));
    CmsVerifier verifier = new CmsVerifier(authority.anchors());
    byte[] bare = new DocumentSigning(ring, null).newSigner().sign(DIGEST);
    assertThat(verifier.verify(Bytes.wrap(bare), DIGEST, later))
        .isEqualTo(new CmsOutcome.Failed(CmsFault.OUTSIDE_VALIDITY));
    try (TimeStampServer server = serve(TestAuthority.CLOCK)) {
      byte[] cms = new DocumentSigning(ring, client(server.address())).newSigner().sign(DIGEST);
      assertPassed(
          verifier.verify(Bytes.wrap(cms), DIGEST, later), SignatureLevel.B_T, TestAuthority.NOW);
    }
  }

  @Test
  void failsPlainlyWhenTheAuthorityIsDown() throws IOException {
    URI gone;
    try (TimeStampServer server = serve(TestAuthority.CLOCK)) {
      gone = server.address();
    }
    CmsSigner signer = new DocumentSigning(ring, client(gone)).newSigner();
    assertThatThrownBy(() -> signer.sign(DIGEST))
        .isInstanceOf(UnstampedSignature.class)
        .hasMessageContaining(gone.toString());
  }

  private TimeStampServer serve(InstantSource clock) throws IOException {
    SigningKey key = ring.signingKey(KeyPurpose.TIME_STAMP);
    return TimeStampServer.start(new TimeStampAuthority(key, "2.25.1", clock), 0);
  }

  private TimeStampClient client(URI address) {
    return new TimeStampClient(address, Duration.ofSeconds(20), authority.anchors());
  }

  private CmsOutcome verify(Bytes cms, Digest digest) {
    return new CmsVerifier(authority.anchors()).verify(cms, digest, TestAuthority.NOW);
  }

  private static void assertPassed(CmsOutcome outcome, SignatureLevel level, Instant time) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CmsOutcome.Passed.class,
            passed -> {
              assertThat(passed.level()).isEqualTo(level);
              assertThat(passed.time()).isEqualTo(time);
            });
  }
}
