package cn.zhixin.verification.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.DocumentSigning;
import cn.zhixin.signing.JsonSignature;
import cn.zhixin.signing.KeyPurpose;
import cn.zhixin.signing.KeyRefused;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.signing.SampleKeyRefused;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.signing.VerificationKeys;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.SampleRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptKeyTests {
  private static final X509Certificate KEY = SampleRing.certificate("receipts.cer.pem");
  private static final X509Certificate ISSUER = SampleRing.certificate("committee.cer.pem");

  private static KeyRing ring(boolean samples) throws Exception {
    return KeyRing.builder(InstantSource.system())
        .allowSampleKeys(samples)
        .keyStore(
            Files.readAllBytes(Path.of("keys-sample/receipts.p12")),
            "sample".toCharArray(),
            "receipts.p12")
        .build();
  }

  @Test
  void signsReceiptsAndNothingElse() throws Exception {
    KeyRing keys = ring(true);
    assertThat(keys.signingKey(KeyPurpose.RECEIPT).certificate()).isEqualTo(KEY);
    assertThatThrownBy(() -> keys.signingKey(KeyPurpose.ISSUING)).isInstanceOf(KeyRefused.class);
    assertThatThrownBy(() -> new DocumentSigning(keys, null).newSigner())
        .isInstanceOf(KeyRefused.class);
    assertThat(VerificationKeys.of(List.of(KEY)).all()).isEmpty();
  }

  @Test
  void theSampleIsRefusedOutsideTheDemo() {
    assertThatThrownBy(() -> ring(false)).isInstanceOf(SampleKeyRefused.class);
  }

  @Test
  void whatAnIssuingKeySignedIsNoReceipt() {
    Bytes forged =
        JsonSignature.sign(
            Bytes.ofUtf8("{}"), SampleRing.issuingKey(CertificateFixture.KEYS), ReceiptJson.TYPE);
    ReceiptFinding finding =
        new ReceiptCheck(TrustAnchors.of(List.of(ISSUER)), InstantSource.system()).check(forged);
    assertThat(finding).isInstanceOf(ReceiptFinding.NotGenuine.class);
    assertThat(((ReceiptFinding.NotGenuine) finding).code()).isEqualTo("WRONG_KEY_USAGE");
  }
}
