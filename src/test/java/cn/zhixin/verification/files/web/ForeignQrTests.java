package cn.zhixin.verification.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.document.QrText;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.DecimalDigits;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.OnFileSite;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Files on which the QR is another than the certificate's. */
@OnFileSite
class ForeignQrTests {
  private static IssuedFiles files;

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;

  @BeforeAll
  static void compile() throws Exception {
    files = new IssuedFiles();
  }

  private Certificate valid() {
    return registry.find(PublicSite.VALID).orElseThrow();
  }

  private JsonNode checked(Bytes file, String type) throws Exception {
    return new FileClient(port).checked(file, type);
  }

  @Test
  void marksAQrWhoseCredentialIsAnothers() throws Exception {
    Certificate certificate = valid();
    Bytes other = CertificateFixture.credential(certificate.number(), "王五");
    QrText moved =
        new QrText(IssuedFiles.ADDRESS, certificate.code().value(), DecimalDigits.encode(other));
    Bytes forged = files.file(certificate, "丛培元", moved);
    Bytes picture = SampleFiles.picture(SampleFiles.drawn(forged, 150), "png");
    JsonNode answer = checked(picture, "image/png");
    assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("ALTERED");
    JsonNode name = answer.path("differences").get(0);
    assertThat(name.path("registry").asString()).isEqualTo("丛培元");
    assertThat(name.path("file").asString()).isEqualTo("王五");
  }

  @Test
  void neverRepeatsWhatNobodySigned() throws Exception {
    Certificate certificate = valid();
    byte[] wrong = CertificateFixture.credential(certificate.number(), "王五").toArray();
    wrong[wrong.length - 1] ^= 1;
    QrText moved =
        new QrText(
            IssuedFiles.ADDRESS,
            certificate.code().value(),
            DecimalDigits.encode(Bytes.wrap(wrong)));
    Bytes picture =
        SampleFiles.picture(SampleFiles.drawn(files.file(certificate, "王五", moved), 150), "png");
    JsonNode answer = checked(picture, "image/png");
    assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("ALTERED");
    assertThat(answer.path("differences").get(0).path("field").asString()).isEqualTo("credential");
    assertThat(answer.toString()).doesNotContain("王五");
  }

  @Test
  void callsOutAQrThatLeadsElsewhere() throws Exception {
    Certificate certificate = valid();
    QrText genuine = IssuedFiles.qr(certificate);
    QrText elsewhere = new QrText("https://zc-example.cn/v/", genuine.code(), genuine.digits());
    Bytes forged = files.file(certificate, "丛培元", elsewhere);
    JsonNode answer = checked(SampleFiles.printed(forged), "application/pdf");
    assertThat(FileClient.problem(answer)).as(answer.toString()).isEqualTo("qr-leads-elsewhere");
    assertThat(answer.path("host").asString()).isEqualTo("zc-example.cn");
    assertThat(answer.toString()).doesNotContain("丛培元");
  }

  /** Browsers open what stands behind {@code @}; what stands before is no host. */
  @Test
  void callsOutAQrThatHidesItsHostBehindOurs() throws Exception {
    Certificate certificate = valid();
    QrText genuine = IssuedFiles.qr(certificate);
    String own = URI.create(genuine.address()).getAuthority();
    for (String hidden :
        List.of(own + "@zc-example.cn", "zc-example.cn\\@" + own, "a@b@zc-example.cn")) {
      QrText qr = new QrText("http://" + hidden + "/v/", genuine.code(), genuine.digits());
      JsonNode answer =
          checked(SampleFiles.printed(files.file(certificate, "丛培元", qr)), "application/pdf");
      assertThat(FileClient.problem(answer)).as(hidden + answer).isEqualTo("qr-leads-elsewhere");
      assertThat(answer.path("host").asString()).isEqualTo("zc-example.cn");
    }
  }
}
