package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.QrText;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.SignatureHole;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.signing.CmsSigner;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A verifier that has seen certificates judges no file otherwise than one that has seen none, and
 * does not even where the file was signed anew by whoever has the issuing key.
 */
class KnownFormVerificationTests {
  private static final Certificate CERTIFICATE =
      CertificateFixture.registered(PublicSite.RARE_NAME, "𬭎龑䶮𠅤");
  private static final Certificate OTHER = CertificateFixture.registered(PublicSite.VALID, "丛培元");
  private static final CmsSigner SIGNER =
      new DocumentSigning(CertificateFixture.KEYS, null).newSigner();

  private static IssuedFiles files;
  private static OfflineVerifier experienced;

  @BeforeAll
  static void see() throws Exception {
    files = new IssuedFiles();
    experienced = inexperienced();
    for (int i = 0; i < 3; i++) {
      assertGenuine(experienced.verifyPdf(files.file(i == 0 ? CERTIFICATE : OTHER)));
    }
  }

  private static OfflineVerifier inexperienced() {
    return new OfflineVerifier(
        TrustAnchors.of(List.of(SampleRing.certificate("root.cer.pem"))),
        TrustedLedgers.of(List.of(EnteredCertificates.LEDGER.key()), List.of(), 0),
        () -> CertificateFixture.ISSUED_AT);
  }

  private static void assertGenuine(OfflineFinding finding) {
    assertThat(finding).isInstanceOf(OfflineFinding.Genuine.class);
  }

  private static void assertJudgedAlike(Bytes file) {
    // a finding's words are all of it
    assertThat(experienced.verifyFile(file))
        .hasToString(inexperienced().verifyFile(file).toString());
  }

  @Test
  void findsTheSameInGenuineFiles() throws Exception {
    for (String name : List.of("丛培元", "李㛃", "阿卜杜热合曼·买买提吐尔逊")) {
      Bytes file = files.file(CertificateFixture.registered(PublicSite.RARE_NAME, name));
      assertGenuine(experienced.verifyFile(file));
      assertJudgedAlike(file);
    }
  }

  @Test
  void givesTheSameReasonsForFilesThatAreNot() throws Exception {
    QrText moved = IssuedFiles.qr(CERTIFICATE);
    Instant later = CertificateFixture.ISSUED_AT.plus(Duration.ofDays(30));
    LedgerProof backdated =
        EnteredCertificates.proof(CERTIFICATE, later, List.of(EnteredCertificates.LEDGER));
    LedgerProof unknown =
        EnteredCertificates.proof(
            CERTIFICATE, CertificateFixture.ISSUED_AT, List.of(EnteredCertificates.WITNESS));
    byte[] changed = files.file(CERTIFICATE).toArray();
    changed[changed.length / 2] ^= 1;
    for (Bytes file :
        List.of(
            files.file(CERTIFICATE, "丛培元", IssuedFiles.qr(CERTIFICATE)),
            files.file(CERTIFICATE, "𬭎龑䶮𠅤", IssuedFiles.qr(OTHER)),
            files.file(
                CERTIFICATE,
                "𬭎龑䶮𠅤",
                new QrText(moved.address(), OTHER.code().value(), moved.digits())),
            files.file(CERTIFICATE, EnteredCertificates.proof(OTHER).encoded()),
            files.file(CERTIFICATE, backdated.encoded()),
            files.file(CERTIFICATE, unknown.encoded()),
            Bytes.wrap(changed))) {
      assertThat(experienced.verifyFile(file)).isNotInstanceOf(OfflineFinding.Genuine.class);
      assertJudgedAlike(file);
    }
  }

  @Test
  void acceptsNoMoreOfWhatTheIssuingKeySigned() throws Exception {
    Random random = new Random(20261128);
    Bytes genuine = files.file(CERTIFICATE);
    int rest = latin1(genuine).indexOf("x-default");
    int accepted = 0;
    for (int i = 0; i < 1_000; i++) {
      byte[] changed = genuine.toArray();
      int at = rest + random.nextInt(changed.length - rest);
      if (i % 2 == 0) {
        changed[at] ^= (byte) (1 << random.nextInt(8));
      } else {
        while (changed[at] < '0' || changed[at] > '9') {
          at = rest + random.nextInt(changed.length - rest);
        }
        changed[at] = (byte) ('0' + random.nextInt(10));
      }
      Bytes file = signedAnew(changed);
      if (experienced.verifyPdf(file) instanceof OfflineFinding.Genuine genuineOne) {
        accepted++;
        assertThat(inexperienced().verifyPdf(file))
            .as("byte " + at)
            .hasToString(genuineOne.toString());
      }
    }
    assertThat(accepted).isPositive();
  }

  /** By the real key, over whatever stands in the file now. */
  private static Bytes signedAnew(byte[] file) {
    String text = latin1(Bytes.wrap(file));
    int gapStart = text.lastIndexOf("/Contents<") + "/Contents".length();
    int gapEnd = gapStart < "/Contents".length() ? -1 : text.indexOf('>', gapStart) + 1;
    if (gapEnd <= 0) {
      return Bytes.wrap(file);
    }
    MessageDigest digest = Digest.newSha256();
    digest.update(file, 0, gapStart);
    digest.update(file, gapEnd, file.length - gapEnd);
    byte[] cms = SIGNER.sign(new Digest(Bytes.wrap(digest.digest())));
    if (2 * cms.length > gapEnd - gapStart - 2) {
      // what was changed closes the gap early
      return Bytes.wrap(file);
    }
    RenderedDocument whole = new RenderedDocument(Bytes.wrap(file), Digest.of(file));
    return SignatureHole.of(whole).filledWith(cms).pdf();
  }

  private static String latin1(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
