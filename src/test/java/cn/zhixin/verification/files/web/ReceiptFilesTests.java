package cn.zhixin.verification.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.QrText;
import cn.zhixin.document.Report;
import cn.zhixin.document.ReportRenderer;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.document.reading.ReceiptPdfReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.OnFileSite;
import cn.zhixin.verification.files.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@OnFileSite
@TestPropertySource(
    properties = {
      "zhixin.receipts.key-store=file:keys-sample/receipts.p12",
      "zhixin.receipts.password=sample"
    })
class ReceiptFilesTests {
  @LocalServerPort private int port;
  private FileClient site;

  @BeforeEach
  void open() {
    site = new FileClient(port);
  }

  private static String outcome(JsonNode answer) {
    return answer.path("file").path("outcome").asString("");
  }

  @Test
  void recognisesItsOwnReceiptsInBothForms() throws Exception {
    for (String type : List.of("application/pdf", "application/json")) {
      JsonNode answer = site.checked(site.receipt(PublicSite.RARE_NAME, type), type);
      assertThat(outcome(answer)).as(answer.toString()).isEqualTo("RECEIPT");
      assertThat(answer.path("verdict").asString()).isEqualTo("RECEIPT");
      JsonNode then = answer.path("receipt").path("answers").get(0);
      assertThat(then.path("outcome").asString()).isEqualTo("VALID");
      assertThat(then.path("code").asString()).isEqualTo(PublicSite.RARE_NAME.value());
      assertThat(then.path("certificate").path("holderName").asString()).isEqualTo("𬭎龑䶮𠅤");
    }
  }

  @Test
  void thePageSaysThatItIsOfThePastAndHowToAskAgain() throws Exception {
    Bytes receipt = site.receipt(PublicSite.REVOKED, "application/pdf");
    String page = site.form("/file?lang=en", receipt).body();
    assertThat(page)
        .contains(
            "A receipt that this site signed, unaltered",
            "a statement about the past",
            "Then: Revoked",
            "href=\"/v/" + PublicSite.REVOKED)
        .doesNotContain("Certificate valid");
    assertThat(site.form("/file", receipt).body()).contains("这是本站签发的核验报告", "现在再查一次");
  }

  @Test
  void callsAnEditedReceiptAltered() throws Exception {
    Bytes pdf = site.receipt(PublicSite.REVOKED, "application/pdf");
    String text = new String(pdf.toArray(), StandardCharsets.ISO_8859_1);
    for (Bytes edited :
        List.of(
            SampleFiles.latin1(text + "\n% more\n"),
            SampleFiles.latin1(text.replaceFirst("/Length", "/Lemgth")),
            SampleFiles.savedAgain(pdf))) {
      JsonNode answer = site.pdf(edited);
      assertThat(outcome(answer)).as(answer.toString()).isEqualTo("RECEIPT_ALTERED");
      assertThat(answer.path("verdict").asString()).isEqualTo("ALTERED");
      assertThat(answer.has("receipt")).isFalse();
    }
    Bytes json = site.receipt(PublicSite.REVOKED, "application/json");
    byte[] wrong = json.toArray();
    wrong[new String(wrong, StandardCharsets.US_ASCII).indexOf("payload") + 60] ^= 1;
    assertThat(outcome(site.checked(Bytes.wrap(wrong), "application/json")))
        .isEqualTo("RECEIPT_ALTERED");
    String page = site.form("/file?lang=en", SampleFiles.latin1(text + "\n% more\n")).body();
    assertThat(page)
        .contains("class=\"ALTERED\"", "Do not rely on it", "What we checked of the receipt")
        .doesNotContain("Then:");
  }

  /** No byte of a receipt can be changed so that something good is said of it. */
  @Test
  void noChangedByteIsEverReassuring() throws Exception {
    byte[] pdf = site.receipt(PublicSite.VALID, "application/pdf").toArray();
    for (int i = 0; i < 60; i++) {
      byte[] altered = pdf.clone();
      int at = (int) ((long) i * pdf.length / 60);
      altered[at] ^= 1;
      JsonNode answer = site.pdf(Bytes.wrap(altered));
      boolean padding = pdf[at] == '0';
      assertThat(outcome(answer).equals("RECEIPT") && !padding).as("byte " + at).isFalse();
      assertThat(answer.path("verdict").asString("")).as("byte " + at).isNotEqualTo("VALID");
    }
  }

  /** A stranger's pages around an answer that we signed. */
  @Test
  void callsAReceiptThatAnotherKeySignedForeign() throws Exception {
    Report report =
        new Report(
            "zh",
            "核验报告 1",
            "核验报告",
            "有效",
            "现在",
            List.of(new Report.Section("查验", List.of(new Report.Fact("姓名", "李四")))),
            null,
            new Report.Notes("说明", List.of("本报告有效")),
            new Report.Symbol(
                new QrText("https://zc.example.cn/v/", PublicSite.VALID.value(), ""), "扫码", "二维码"),
            "签名",
            "HB",
            new Report.Attachment(
                ReceiptPdfReader.ATTACHMENT,
                "application/jose+json",
                "receipt",
                site.receipt(PublicSite.VALID, "application/json")),
            Instant.parse("2026-11-25T00:00:00Z"));
    Bytes forged = new ReportRenderer().render(report, new TestAuthority().newSigner()).pdf();
    JsonNode answer = site.pdf(forged);
    assertThat(outcome(answer)).as(answer.toString()).isEqualTo("RECEIPT_FOREIGN");
    assertThat(answer.path("verdict").asString()).isEqualTo("ALTERED");
    assertThat(answer.toString()).doesNotContain("李四");
    assertThat(site.form("/file", forged).body()).contains("不是本站签发的", "请勿采信");
  }

  @Test
  void otherJsonIsNoReceipt() throws Exception {
    for (String other : List.of("{}", "[1]", "{\"payload\":1,\"protected\":[]}", "{\"payload\":")) {
      JsonNode answer = site.checked(Bytes.ofUtf8(other), "application/json");
      assertThat(outcome(answer)).as(other).isNotEqualTo("RECEIPT");
      assertThat(answer.path("verdict").asString("")).isNotEqualTo("VALID");
    }
  }
}
