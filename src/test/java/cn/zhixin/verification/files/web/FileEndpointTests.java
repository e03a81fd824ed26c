package cn.zhixin.verification.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.QrText;
import cn.zhixin.document.Stamp;
import cn.zhixin.document.StampedCopies;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.OnFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnFileSite
class FileEndpointTests {
  private static IssuedFiles files;

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  @Autowired private ReleasedFiles released;

  @BeforeAll
  static void compile() throws Exception {
    files = new IssuedFiles();
  }

  @BeforeEach
  void whole() {
    released.broken = false;
  }

  private Certificate certificate(VerificationCode code) {
    return registry.find(code).orElseThrow();
  }

  private Bytes issued(VerificationCode code) throws Exception {
    Bytes file = files.file(certificate(code));
    released.release(file, code);
    return file;
  }

  private JsonNode checked(Bytes file, String type) throws Exception {
    return new FileClient(port).checked(file, type);
  }

  private JsonNode pdf(Bytes file) throws Exception {
    return checked(file, "application/pdf");
  }

  private static String problem(JsonNode answer) {
    return FileClient.problem(answer);
  }

  @Test
  void saysOfTheFileAsIssuedWhatTheRegistrySaysNow() throws Exception {
    JsonNode valid = pdf(issued(PublicSite.VALID));
    assertThat(valid.path("verdict").asString()).as(valid.toString()).isEqualTo("VALID");
    assertThat(valid.path("holderName").asString()).isEqualTo("丛培元");
    assertThat(valid.path("file").path("outcome").asString()).isEqualTo("AS_ISSUED");
    assertThat(valid.path("file").path("checks").size()).isEqualTo(4);
    assertThat(valid.path("differences").size()).isZero();
    assertThat(valid.path("certificate").path("holderName").asString()).isEqualTo("丛培元");

    JsonNode revoked = pdf(issued(PublicSite.REVOKED));
    assertThat(revoked.path("verdict").asString()).isEqualTo("REVOKED");
    assertThat(revoked.path("file").path("outcome").asString()).isEqualTo("AS_ISSUED");
  }

  @Test
  void neverCallsAFileValidThatWasSavedAgainOrChangedByOneByte() throws Exception {
    Bytes file = issued(PublicSite.VALID);
    byte[] appended = java.util.Arrays.copyOf(file.toArray(), file.size() + 1);
    for (Bytes other : new Bytes[] {SampleFiles.savedAgain(file), Bytes.wrap(appended)}) {
      JsonNode answer = pdf(other);
      assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("ALTERED");
      assertThat(answer.path("certificate").path("verdict").asString()).isEqualTo("VALID");
      assertThat(answer.toString()).as("none is marked").doesNotContain("不同之处已经标出");
    }
  }

  @Test
  void laysTheRegistryBesideAPrintThatNamesAnother() throws Exception {
    Certificate certificate = certificate(PublicSite.VALID);
    Bytes forged = files.file(certificate, "李四", IssuedFiles.qr(certificate));
    JsonNode answer = pdf(SampleFiles.printed(forged));
    assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("ALTERED");
    assertThat(answer.path("differences").size()).isEqualTo(1);
    JsonNode name = answer.path("differences").get(0);
    assertThat(name.path("field").asString()).isEqualTo("holderName");
    assertThat(name.path("registry").asString()).isEqualTo("丛培元");
    assertThat(answer.toString()).contains("不同之处已经标出").doesNotContain("李四");
  }

  /** 丛培元 is part of it, as 高级工程师 is part of 正高级工程师. */
  @Test
  void marksALongerNameOfWhichTheRegisteredOneIsPart() throws Exception {
    Certificate certificate = certificate(PublicSite.VALID);
    for (String longer : List.of("丛培元娟", "小丛培元")) {
      Bytes forged = files.file(certificate, longer, IssuedFiles.qr(certificate));
      JsonNode answer = pdf(SampleFiles.printed(forged));
      assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("ALTERED");
      assertThat(answer.path("differences").get(0).path("field").asString())
          .isEqualTo("holderName");
    }
  }

  /** Signed by this service, but no certificate: the one it copies is inside. */
  @Test
  void takesAStampedCopyForACopy() throws Exception {
    Stamp stamp =
        new Stamp(
            "职称证书加注件",
            List.of("仅用于 投标"),
            List.of("用途加注件（不是证书原件）"),
            new QrText("https://zc.example.cn/s/", "7K3M9QPX2RTV4WZC7K3M", ""),
            List.of("丛培元", "高级工程师"),
            Instant.parse("2026-11-25T00:00:00Z"));
    Bytes copy =
        StampedCopies.bundled()
            .make(issued(PublicSite.VALID), stamp, new TestAuthority().newSigner())
            .pdf();
    JsonNode answer = pdf(copy);
    assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("COPY");
    assertThat(answer.path("file").path("outcome").asString()).isEqualTo("COPY");
    assertThat(answer.path("certificate").path("holderName").asString()).isEqualTo("丛培元");
  }

  @Test
  void saysOfACopyOnlyThatItIsOne() throws Exception {
    Bytes file = issued(PublicSite.VALID);
    JsonNode printed = pdf(SampleFiles.printed(file));
    assertThat(printed.path("verdict").asString()).as(printed.toString()).isEqualTo("COPY");
    assertThat(printed.path("file").path("outcome").asString()).isEqualTo("COPY");
    JsonNode scanned = pdf(SampleFiles.scanned(SampleFiles.drawn(file, 150)));
    assertThat(scanned.path("file").path("outcome").asString())
        .as(scanned.toString())
        .isEqualTo("COPY");
    assertThat(scanned.path("file").path("sentence").asString()).contains("图上的文字没有核对");
    assertThat(printed.path("file").path("sentence").asString()).contains("已与登记对照");
    JsonNode picture =
        checked(SampleFiles.picture(SampleFiles.drawn(file, 150), "png"), "image/png");
    assertThat(picture.path("file").path("outcome").asString()).isEqualTo("COPY");
    assertThat(picture.path("certificate").path("holderName").asString()).isEqualTo("丛培元");
    assertThat(picture.path("file").path("sentence").asString()).contains("只有二维码可作依据");
  }

  @Test
  void readsThePhotographOfARevokedOne() throws Exception {
    Bytes file = issued(PublicSite.REVOKED);
    Bytes photo =
        SampleFiles.picture(
            SampleFiles.photographed(SampleFiles.drawn(file, 220), 7, new Random(3)), "jpg");
    JsonNode answer = checked(photo, "image/jpeg");
    assertThat(answer.path("verdict").asString()).as(answer.toString()).isEqualTo("COPY");
    assertThat(answer.path("certificate").path("verdict").asString()).isEqualTo("REVOKED");
  }

  @Test
  void ofARevokedOneNoOriginalIsAskedFor() throws Exception {
    Bytes file = issued(PublicSite.REVOKED);
    FileClient client = new FileClient(port);
    assertThat(client.form("/file", SampleFiles.savedAgain(file)).body())
        .contains("登记信息显示：证书已撤销。请勿采信这份文件。", "请勿以此证书认定职称")
        .doesNotContain("索取签发的原文件", "<s>丛培元", "<s lang");
    assertThat(client.form("/file", SampleFiles.printed(file)).body())
        .contains("登记信息显示：证书已撤销", "请勿以此证书认定职称")
        .doesNotContain("索取签发的 PDF 原文件");
  }

  @Test
  void cannotConfirmWhenTheRegistryIsAway() throws Exception {
    Bytes file = issued(PublicSite.VALID);
    released.broken = true;
    HttpResponse<String> response = new FileClient(port).post(file, "application/pdf");
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(problem(JsonMapper.shared().readTree(response.body()))).isEqualTo("unconfirmed");
  }

  @Test
  void doesNotTrustADigestThatSomebodyWroteIntoTheRegistry() throws Exception {
    Certificate certificate = certificate(PublicSite.VALID);
    Bytes forged = files.file(certificate, "李四", IssuedFiles.qr(certificate));
    released.release(forged, PublicSite.VALID);
    assertThat(problem(pdf(forged))).isEqualTo("unconfirmed");
  }

  @Test
  void namesWhatIsWrongWithAFile() throws Exception {
    assertThat(problem(pdf(Bytes.ofUtf8("PK\u0003\u0004 a zip")))).isEqualTo("unknown-file-format");
    assertThat(problem(pdf(Bytes.ofUtf8("%PDF-1.7\nnothing")))).isEqualTo("file-damaged");
    assertThat(problem(checked(SampleFiles.picture(blank(), "png"), "image/png")))
        .isEqualTo("no-certificate-in-file");
    assertThat(problem(checked(Bytes.ofUtf8("{}"), "text/plain"))).isEqualTo("no-file");
    assertThat(problem(checked(Bytes.ofUtf8("{}"), "application/json")))
        .isEqualTo("unknown-file-format");
    HttpResponse<String> large =
        new FileClient(port).post(Bytes.wrap(new byte[21 << 20]), "application/pdf");
    assertThat(large.statusCode()).isEqualTo(413);
  }

  @Test
  void aFileThatChangesMadeUnreadableIsNotToBeReliedOn() throws Exception {
    Bytes file = issued(PublicSite.VALID);
    Bytes cut = file.slice(0, file.size() / 2);
    assertThat(problem(pdf(cut))).isEqualTo("file-damaged");
    assertThat(new FileClient(port).form("/file", cut).body())
        .contains("class=\"SUSPICIOUS\"", "请勿采信");
    assertThat(new FileClient(port).form("/file?lang=en", cut).body())
        .contains("class=\"SUSPICIOUS\"", "do not rely on it");
  }

  private static java.awt.image.BufferedImage blank() {
    return new java.awt.image.BufferedImage(300, 200, java.awt.image.BufferedImage.TYPE_INT_RGB);
  }

  @Test
  void takesAForm() throws Exception {
    FileClient client = new FileClient(port);
    HttpResponse<String> api = client.form("/api/v1/files", issued(PublicSite.VALID));
    assertThat(api.statusCode()).isEqualTo(200);
    assertThat(api.body()).contains("AS_ISSUED");
    HttpResponse<String> page = client.form("/file?lang=en", issued(PublicSite.VALID));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Certificate valid", "丛培元", "byte for byte");
    HttpResponse<String> large = client.form("/file", Bytes.wrap(new byte[22 << 20]));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("文件太大");
    Bytes printed = SampleFiles.printed(issued(PublicSite.VALID));
    assertThat(client.form("/file", printed).body()).contains("与这份副本逐项对照");
    assertThat(client.form("/api/v1/files", Bytes.wrap(new byte[22 << 20])).statusCode())
        .isEqualTo(413);
  }
}
