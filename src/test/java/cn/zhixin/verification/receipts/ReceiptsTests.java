package cn.zhixin.verification.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.TrustAnchors;
import cn.zhixin.verification.EmployerSite;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.SampleRing;
import cn.zhixin.verification.offline.OfflineFinding;
import cn.zhixin.verification.offline.OfflineVerifier;
import cn.zhixin.verification.offline.TrustedLedgers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = EmployerSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address=https://zc.example.cn"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ReceiptsTests {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final X509Certificate KEY = SampleRing.certificate("receipts.cer.pem");

  @LocalServerPort private int port;
  @Autowired private ReceiptCheck onTheSite;

  private HttpResponse<byte[]> get(Object code, String accept) throws Exception {
    URI address =
        URI.create("http://localhost:" + port + "/api/v1/certificates/" + code + "/receipt");
    return CLIENT.send(
        HttpRequest.newBuilder(address).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static ReceiptFinding check(byte[] receipt, X509Certificate... trusted) {
    return new ReceiptCheck(TrustAnchors.of(List.of(trusted)), InstantSource.system())
        .check(Bytes.wrap(receipt));
  }

  @Test
  void saysInBothFormsWhatWasAnswered() throws Exception {
    for (String accept : List.of("application/pdf", "application/json")) {
      HttpResponse<byte[]> response = get(PublicSite.RARE_NAME, accept);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains(accept);
      if (accept.endsWith("pdf")) {
        Path file = Path.of("target", "pictures", "receipt.pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, response.body());
      }
      ReceiptFinding finding = check(response.body(), KEY);
      assertThat(finding).isInstanceOf(ReceiptFinding.Genuine.class);
      Receipt receipt = ((ReceiptFinding.Genuine) finding).receipt();
      assertThat(receipt.asker()).isNull();
      assertThat(receipt.site()).isEqualTo("https://zc.example.cn");
      assertThat(receipt.answers().get(0).outcome()).isEqualTo("VALID");
      assertThat(receipt.answers().get(0).certificate())
          .extracting(CertificateSummary::holderName)
          .isEqualTo("𬭎龑䶮𠅤");
      assertThat(onTheSite.check(Bytes.wrap(response.body())))
          .isInstanceOf(ReceiptFinding.Genuine.class);
      assertThat(check(response.body(), SampleRing.certificate("root.cer.pem")))
          .isInstanceOf(ReceiptFinding.CannotTell.class);
    }
  }

  @Test
  void noChangedByteIsGenuine() throws Exception {
    for (String accept : List.of("application/pdf", "application/json")) {
      byte[] receipt = get(PublicSite.REVOKED, accept).body();
      for (int i = 0; i < 300; i++) {
        byte[] altered = receipt.clone();
        int at = (int) ((long) i * receipt.length / 300);
        altered[at] ^= 1;
        ReceiptFinding finding = check(altered, KEY);
        // the zeros after the signature's value are the only bytes that say nothing
        boolean padding = receipt[at] == '0' && accept.endsWith("pdf");
        assertThat(finding instanceof ReceiptFinding.Genuine && !padding)
            .as("byte " + at)
            .isFalse();
      }
    }
  }

  @Test
  void offlineTellsReceiptsFromCertificates() throws Exception {
    byte[] pdf = get(PublicSite.SUPERSEDED, "application/pdf").body();
    OfflineVerifier verifier =
        new OfflineVerifier(
            TrustAnchors.of(List.of(KEY)), TrustedLedgers.none(), InstantSource.system());
    assertThat(verifier.verifyFile(Bytes.wrap(pdf)))
        .isInstanceOf(OfflineFinding.GenuineReceipt.class);
    byte[] more =
        new String(pdf, StandardCharsets.ISO_8859_1)
            .concat("\n% more\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(verifier.verifyFile(Bytes.wrap(more))).isInstanceOf(OfflineFinding.NotGenuine.class);
    assertThat(verifier.verifyFile(Bytes.ofUtf8("hello")))
        .isInstanceOf(OfflineFinding.NotGenuine.class);
  }

  @Test
  void isOfKnownStatesOnly() throws Exception {
    assertThat(get(PublicSite.DAMAGED, "application/pdf").statusCode()).isEqualTo(503);
    assertThat(get("7K3M9QPX2RTV4WC0", "application/pdf").statusCode()).isEqualTo(400);
    ReceiptFinding absent = check(get(PublicSite.UNKNOWN, "application/json").body(), KEY);
    assertThat(((ReceiptFinding.Genuine) absent).receipt().answers().get(0).outcome())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void theKeyIsPublished() throws Exception {
    HttpResponse<String> known =
        CLIENT.send(
            HttpRequest.newBuilder(
                    URI.create("http://localhost:" + port + "/.well-known/zhixin.json"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(known.body()).contains("receiptKeys", "x5c");
  }
}
