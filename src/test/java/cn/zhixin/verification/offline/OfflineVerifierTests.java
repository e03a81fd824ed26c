package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.QrText;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfflineVerifierTests {
  private static final Certificate CERTIFICATE =
      CertificateFixture.registered(PublicSite.RARE_NAME, "𬭎龑䶮𠅤");
  private static final Certificate OTHER = CertificateFixture.registered(PublicSite.VALID, "丛培元");
  private static final TrustedLedgers LEDGER =
      TrustedLedgers.of(List.of(EnteredCertificates.LEDGER.key()), List.of(), 0);
  private static final OfflineVerifier BY_ROOT_AND_LEDGER = trusting("root.cer.pem", LEDGER);
  private static final OfflineVerifier BY_ROOT = trusting("root.cer.pem");
  private static final OfflineVerifier BY_SIGNER = trusting("committee.cer.pem");

  private static IssuedFiles files;

  @BeforeAll
  static void compile() throws Exception {
    files = new IssuedFiles();
  }

  private static OfflineVerifier trusting(String file) {
    return trusting(file, TrustedLedgers.none());
  }

  private static OfflineVerifier trusting(String file, TrustedLedgers ledgers) {
    return new OfflineVerifier(
        TrustAnchors.of(List.of(SampleRing.certificate(file))),
        ledgers,
        () -> CertificateFixture.ISSUED_AT);
  }

  private static String reason(OfflineFinding finding) {
    if (finding instanceof OfflineFinding.NotGenuine not) {
      return "not genuine: " + not.reason().code();
    }
    return finding instanceof OfflineFinding.CannotTell cannot
        ? "cannot tell: " + cannot.reason().code()
        : "genuine";
  }

  @Test
  void acceptsAFileAndTellsWhatWasSigned() throws Exception {
    for (String name : List.of("𬭎龑䶮𠅤", "李㛃", "阿卜杜热合曼·买买提吐尔逊")) {
      Certificate certificate = CertificateFixture.registered(PublicSite.RARE_NAME, name);
      OfflineFinding finding = BY_ROOT.verifyPdf(files.file(certificate));
      assertThat(finding).as(reason(finding)).isInstanceOf(OfflineFinding.Genuine.class);
      OfflineFinding.Genuine genuine = (OfflineFinding.Genuine) finding;
      assertThat(genuine.claims().holderName()).isEqualTo(name);
      assertThat(genuine.page()).isEqualTo(IssuedFiles.ADDRESS + PublicSite.RARE_NAME);
      assertThat(genuine.file().orElseThrow().level()).isEqualTo(SignatureLevel.B_B);
    }
  }

  /** GB 18030 has these nine beside their canonical twins, so that registers of persons do too. */
  @Test
  void acceptsAFileWithACompatibilityIdeographBesideItsTwin() throws Exception {
    for (String each : "\uF92C\uF979\uF995\uF9E7\uF9F1\uFA0C\uFA0D\uFA18\uFA20".split("")) {
      String name = "王" + each + Normalizer.normalize(each, Normalizer.Form.NFC);
      Certificate certificate = CertificateFixture.registered(PublicSite.RARE_NAME, name);
      OfflineFinding finding = BY_ROOT.verifyPdf(files.file(certificate));
      assertThat(finding).as(reason(finding)).isInstanceOf(OfflineFinding.Genuine.class);
      assertThat(((OfflineFinding.Genuine) finding).claims().holderName()).isEqualTo(name);
    }
  }

  @Test
  void findsOneChangedByteAnywhere() throws Exception {
    byte[] file = files.file(CERTIFICATE).toArray();
    Random random = new Random(20251103);
    for (int i = 0; i < 300; i++) {
      byte[] changed = file.clone();
      int at = random.nextInt(file.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      OfflineFinding finding = BY_ROOT.verifyPdf(Bytes.wrap(changed));
      assertThat(caseOfAHexDigit(file, changed, at) || !reason(finding).equals("genuine"))
          .as("byte %s: %s", at, reason(finding))
          .isTrue();
    }
  }

  /** The signature is written in hexadecimal, where the case of a letter says nothing. */
  private static boolean caseOfAHexDigit(byte[] before, byte[] after, int at) {
    return Character.digit(before[at], 16) >= 0
        && Character.digit(before[at], 16) == Character.digit(after[at], 16);
  }

  @Test
  void cannotTellOfAFileWhoseAuthorityIsNotTrusted() throws Exception {
    assertThat(reason(trusting("time-stamp.cer.pem").verifyPdf(files.file(CERTIFICATE))))
        .isEqualTo("cannot tell: UNKNOWN_ISSUER");
  }

  @Test
  void refusesAFileWhoseQrIsAnothers() throws Exception {
    Bytes file = files.file(CERTIFICATE, "𬭎龑䶮𠅤", IssuedFiles.qr(OTHER));
    assertThat(reason(BY_ROOT.verifyPdf(file))).isEqualTo("not genuine: QR_DIFFERS");
  }

  @Test
  void refusesAFileWhosePageNamesAnother() throws Exception {
    Bytes file = files.file(CERTIFICATE, "丛培元", IssuedFiles.qr(CERTIFICATE));
    assertThat(reason(BY_ROOT.verifyPdf(file))).isEqualTo("not genuine: PAGE_DIFFERS");
  }

  @Test
  void refusesAFileOfAnotherCode() throws Exception {
    QrText moved = IssuedFiles.qr(CERTIFICATE);
    QrText qr = new QrText(moved.address(), OTHER.code().value(), moved.digits());
    assertThat(reason(BY_ROOT.verifyPdf(files.file(CERTIFICATE, "𬭎龑䶮𠅤", qr))))
        .isEqualTo("not genuine: PAGE_DIFFERS");
  }

  @Test
  void refusesAFileWhoseProofIsAnothers() throws Exception {
    Certificate namesake = CertificateFixture.registered(PublicSite.RARE_NAME, "𬭎龑");
    Bytes file = files.file(CERTIFICATE, EnteredCertificates.proof(namesake).encoded());
    assertThat(reason(BY_ROOT.verifyPdf(file))).isEqualTo("not genuine: NOT_IN_LEDGER");
  }

  @Test
  void refusesABackdatedFileOfWhoeverHasTheKey() throws Exception {
    Instant later = CertificateFixture.ISSUED_AT.plus(Duration.ofDays(30));
    LedgerProof proof =
        EnteredCertificates.proof(CERTIFICATE, later, List.of(EnteredCertificates.LEDGER));
    assertThat(reason(BY_ROOT.verifyPdf(files.file(CERTIFICATE, proof.encoded()))))
        .isEqualTo("not genuine: BACKDATED");
  }

  @Test
  void tellsTheEntryInTheLedger() throws Exception {
    OfflineFinding.Genuine file =
        (OfflineFinding.Genuine) BY_ROOT_AND_LEDGER.verifyPdf(files.file(CERTIFICATE));
    assertThat(file.ledger().orElseThrow()).isInstanceOf(LedgerEntry.Signed.class);
    OfflineFinding.Genuine unchecked =
        (OfflineFinding.Genuine) BY_ROOT.verifyPdf(files.file(CERTIFICATE));
    assertThat(unchecked.ledger().orElseThrow()).isInstanceOf(LedgerEntry.Unchecked.class);
  }

  @Test
  void saysThatAQrCarriesNoProofIfALedgerIsTrusted() {
    String text = IssuedFiles.qr(CERTIFICATE).text();
    OfflineFinding.Genuine asked =
        (OfflineFinding.Genuine) trusting("committee.cer.pem", LEDGER).verifyQr(text);
    assertThat(asked.ledger()).contains(new LedgerEntry.NotCarried());
    assertThat(((OfflineFinding.Genuine) BY_SIGNER.verifyQr(text)).ledger()).isEmpty();
  }

  @Test
  void refusesWhatIsNoPdf() {
    assertThat(reason(BY_ROOT.verifyPdf(Bytes.ofUtf8("姓名,职称\n丛培元,高级工程师\n"))))
        .isEqualTo("not genuine: NOT_A_PDF");
  }

  @Test
  void acceptsTheTextOfAQr() {
    OfflineFinding finding = BY_SIGNER.verifyQr(IssuedFiles.qr(CERTIFICATE).text());
    assertThat(reason(finding)).isEqualTo("genuine");
    assertThat(((OfflineFinding.Genuine) finding).claims().holderName()).isEqualTo("𬭎龑䶮𠅤");
  }

  @Test
  void cannotTellOfAQrWhoseSignerIsNotKnown() {
    assertThat(reason(BY_ROOT.verifyQr(IssuedFiles.qr(CERTIFICATE).text())))
        .isEqualTo("cannot tell: UNKNOWN_KEY");
  }

  @Test
  void cannotTellOfAnAddressAlone() {
    String address = IssuedFiles.ADDRESS + CERTIFICATE.code();
    assertThat(reason(BY_SIGNER.verifyQr(address))).isEqualTo("cannot tell: NO_CREDENTIAL_IN_QR");
    assertThat(reason(BY_SIGNER.verifyQr(address + "#")))
        .isEqualTo("cannot tell: NO_CREDENTIAL_IN_QR");
  }

  @Test
  void refusesEveryChangedDigit() {
    String text = IssuedFiles.qr(CERTIFICATE).text();
    for (int at = text.indexOf('#') + 1; at < text.length(); at++) {
      char other = text.charAt(at) == '9' ? '0' : (char) (text.charAt(at) + 1);
      String changed = text.substring(0, at) + other + text.substring(at + 1);
      assertThat(reason(BY_SIGNER.verifyQr(changed))).as("digit " + at).isNotEqualTo("genuine");
    }
  }

  @Test
  void namesWhatIsWrongWithAQr() {
    QrText qr = IssuedFiles.qr(CERTIFICATE);
    String code = qr.code();
    String mistyped = code.substring(0, 15) + (code.endsWith("7") ? "8" : "7");
    assertThat(reason(BY_SIGNER.verifyQr(qr.text().replace(code, mistyped))))
        .isEqualTo("not genuine: MISTYPED_CODE");
    assertThat(reason(BY_SIGNER.verifyQr(qr.text() + "1")))
        .isEqualTo("not genuine: MALFORMED_DIGITS");
    assertThat(reason(BY_SIGNER.verifyQr(qr.address() + code + "#00000")))
        .isEqualTo("not genuine: MALFORMED_CREDENTIAL");
    assertThat(reason(BY_SIGNER.verifyQr("https://example.com/pay?to=me")))
        .isEqualTo("not genuine: NOT_A_CERTIFICATE_QR");
  }
}
