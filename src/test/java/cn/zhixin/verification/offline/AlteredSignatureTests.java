package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EnteredCertificates;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A file whose signature was altered in a way that breaks nothing of what is signed is not the file
 * that was issued, whether or not the verifier has seen genuine ones of its form before.
 */
class AlteredSignatureTests {
  private static final Certificate CERTIFICATE =
      CertificateFixture.registered(PublicSite.VALID, "丛培元");

  private static StampedFiles files;
  private static OfflineVerifier experienced;

  @BeforeAll
  static void see() throws Exception {
    files = new StampedFiles();
    experienced = inexperienced();
    for (String name : List.of("李㛃", "𬭎龑䶮𠅤", "王一")) {
      assertGenuine(experienced, files.file(CertificateFixture.registered(PublicSite.VALID, name)));
    }
  }

  @AfterAll
  static void stop() {
    files.close();
  }

  private static OfflineVerifier inexperienced() {
    return new OfflineVerifier(
        TrustAnchors.of(List.of(SampleRing.certificate("root.cer.pem"))),
        TrustedLedgers.of(List.of(EnteredCertificates.LEDGER.key()), List.of(), 0),
        () -> CertificateFixture.ISSUED_AT);
  }

  private static void assertGenuine(OfflineVerifier verifier, Bytes file) {
    assertThat(verifier.verifyPdf(file))
        .isInstanceOfSatisfying(
            OfflineFinding.Genuine.class,
            genuine ->
                assertThat(genuine.file().orElseThrow().level()).isEqualTo(SignatureLevel.B_T));
  }

  @Test
  void isGenuineAsItWasIssued() throws Exception {
    Bytes file = files.file(CERTIFICATE);
    assertGenuine(experienced, file);
    assertGenuine(inexperienced(), file);
  }

  @TestFactory
  List<DynamicTest> isNotGenuineOnceAltered() throws Exception {
    Bytes file = files.file(CERTIFICATE);
    return StampedFiles.altered(file).entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertRefused(each)))
        .toList();
  }

  private static void assertRefused(Map.Entry<String, Bytes> altered) {
    String code = altered.getKey().substring(0, altered.getKey().indexOf(':'));
    // the outermost head is read with the file
    String expected = code.equals("MALFORMED") ? "SIGNATURE_MALFORMED" : code;
    for (OfflineVerifier verifier : List.of(experienced, inexperienced())) {
      assertThat(verifier.verifyPdf(altered.getValue()))
          .isInstanceOfSatisfying(
              OfflineFinding.NotGenuine.class,
              not -> assertThat(not.reason().code()).isEqualTo(expected));
    }
  }
}
