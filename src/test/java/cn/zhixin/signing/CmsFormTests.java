package cn.zhixin.signing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Where the signature covers nothing, nothing may be changed either. */
class CmsFormTests {
  private static final Digest DIGEST = Digest.of(Bytes.ofUtf8("职称证书"));
  private static final Instant NOW = Instant.parse("2025-11-18T01:31:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final char[] PASSWORD = "sample".toCharArray();

  private static TrustAnchors root;
  private static Bytes unstamped;
  private static Bytes stamped;
  private static int room;
  private static CmsSigner another;

  @BeforeAll
  static void sign() throws Exception {
    root = TrustAnchors.read(List.of(Path.of("keys-sample/root.cer.pem")));
    KeyRing keys =
        KeyRing.builder(CLOCK)
            .allowSampleKeys(true)
            .keyStore(sample("committee.p12"), PASSWORD, "committee.p12")
            .keyStore(sample("time-stamp.p12"), PASSWORD, "time-stamp.p12")
            .build();
    another = new DocumentSigning(keys, null).newSigner();
    unstamped = Bytes.wrap(another.sign(DIGEST));
    SigningKey key = keys.signingKey(KeyPurpose.TIME_STAMP);
    TimeStampAuthority authority = new TimeStampAuthority(key, "2.25.1", CLOCK);
    try (TimeStampServer server = TimeStampServer.start(authority, 0)) {
      TimeStampClient client = new TimeStampClient(server.address(), Duration.ofSeconds(20), root);
      CmsSigner signer = new DocumentSigning(keys, client).newSigner();
      stamped = Bytes.wrap(signer.sign(DIGEST));
      room = signer.maximumSize();
    }
    // all that follows meets a verifier that knows the form
    assertPassed(verify(unstamped), SignatureLevel.B_B);
  }

  private static byte[] sample(String file) throws IOException {
    return Files.readAllBytes(Path.of("keys-sample", file));
  }

  @Test
  void isWhatIsWritten() {
    assertPassed(verify(unstamped), SignatureLevel.B_B);
    assertPassed(verify(stamped), SignatureLevel.B_T);
    assertPassed(verify(padded(stamped)), SignatureLevel.B_T);
    // taken apart and put together again it is the same: what changes is the alteration alone
    for (Bytes each : List.of(unstamped, stamped)) {
      assertThat(Bytes.wrap(Tlv.parse(each.toArray()).encoded())).isEqualTo(each);
    }
  }

  @TestFactory
  List<DynamicTest> refusesEachAlterationForItsReason() {
    List<DynamicTest> all = new ArrayList<>();
    all.addAll(tests(CmsAlteration.ofAny(), unstamped));
    all.addAll(tests(CmsAlteration.ofUnstamped(), unstamped));
    all.addAll(tests(CmsAlteration.ofAny(), stamped));
    all.addAll(tests(CmsAlteration.ofStamped(), stamped));
    return all;
  }

  private static List<DynamicTest> tests(List<CmsAlteration> alterations, Bytes cms) {
    return alterations.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.name() + (cms.equals(stamped) ? " (B-T)" : " (B-B)"),
                    () ->
                        assertThat(verify(each.apply(cms)))
                            .isEqualTo(new CmsOutcome.Failed(each.fault()))))
        .toList();
  }

  /** Signatures of P-256 have 68 to 72 bytes: lengths differ, the form does not. */
  @Test
  void isKnownAgainWithAnotherDigestAndSignature() {
    Set<Integer> sizes = new TreeSet<>();
    for (int i = 0; i < 100; i++) {
      Digest digest = Digest.of(Bytes.ofUtf8("证书 " + i));
      byte[] cms = another.sign(digest);
      sizes.add(cms.length);
      assertThat(CmsCheck.ofKnownForm(cms, 0, digest, root, NOW))
          .hasValueSatisfying(outcome -> assertPassed(outcome, SignatureLevel.B_B));
      assertThat(CmsCheck.ofKnownForm(cms, 0, DIGEST, root, NOW)).isEmpty();
      assertThat(new CmsVerifier(root).verify(Bytes.wrap(cms), DIGEST, NOW))
          .isEqualTo(new CmsOutcome.Failed(CmsFault.WRONG_MESSAGE_DIGEST));
      Instant late = Instant.parse("2125-01-01T00:00:00Z");
      assertThat(new CmsVerifier(root).verify(Bytes.wrap(cms), digest, late))
          .isEqualTo(new CmsOutcome.Failed(CmsFault.OUTSIDE_VALIDITY));
    }
    assertThat(sizes).hasSizeGreaterThan(1);
  }

  /** A B-T certificate without its stamp is told by the room that was left for it. */
  @Test
  void missesAStampWhereThereIsRoomForOne() {
    Bytes removed = CmsAlteration.stampRemoved().apply(stamped);
    assertThat(verify(padded(removed)))
        .isEqualTo(new CmsOutcome.Failed(CmsFault.TIME_STAMP_REMOVED));
    assertPassed(verify(removed), SignatureLevel.B_B);
  }

  /** Whoever knows no time-stamp authority cannot tell, but sees what is wrong with its form. */
  @Test
  void demandsTheFormOfAStampThatNobodyTrusts() throws Exception {
    TrustAnchors signer = TrustAnchors.read(List.of(Path.of("keys-sample/committee.cer.pem")));
    X509Certificate stampAuthority =
        TrustAnchors.read(List.of(Path.of("keys-sample/time-stamp.cer.pem"))).certificates().get(0);
    CmsVerifier verifier = new CmsVerifier(signer);
    assertThat(verifier.verify(stamped, DIGEST, NOW))
        .isEqualTo(
            new CmsOutcome.CannotTell(
                CmsGap.UNKNOWN_TIME_STAMP_AUTHORITY, Optional.of(SubjectName.of(stampAuthority))));
    for (CmsAlteration each : CmsAlteration.ofStamped()) {
      assertThat(verifier.verify(each.apply(stamped), DIGEST, NOW))
          .as(each.name())
          .isEqualTo(new CmsOutcome.Failed(each.fault()));
    }
  }

  /** One bit of each byte, whatever it belongs to; nothing makes the verifier throw. */
  @Test
  void passesNoCmsWithABitChanged() throws Exception {
    for (int i = 0; i < unstamped.size(); i++) {
      assertThat(verify(changed(unstamped, i)))
          .as("byte %s", i)
          .isNotInstanceOf(CmsOutcome.Passed.class);
    }
    for (int i = unstamped.size() - 80; i < stamped.size(); i++) {
      assertThat(verify(changed(stamped, i)))
          .as("byte %s", i)
          .isNotInstanceOf(CmsOutcome.Passed.class);
    }
  }

  private static Bytes changed(Bytes cms, int at) {
    byte[] changed = cms.toArray();
    changed[at] ^= (byte) (1 << at % 8);
    return Bytes.wrap(changed);
  }

  private static Bytes padded(Bytes cms) {
    return Bytes.wrap(Arrays.copyOf(cms.toArray(), room));
  }

  private static CmsOutcome verify(Bytes cms) {
    return new CmsVerifier(root).verify(cms, DIGEST, NOW);
  }

  private static void assertPassed(CmsOutcome outcome, SignatureLevel level) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            CmsOutcome.Passed.class, passed -> assertThat(passed.level()).isEqualTo(level));
  }
}
