package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.PdfFault;
import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Stamped copies of shares. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StampedCopyPagesTests {
  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;
  @TempDir private Path folder;

  private HolderBrowser browser;
  private HolderBrowser visitor;

  @BeforeEach
  void comeIn() throws Exception {
    browser = new HolderBrowser(port);
    visitor = new HolderBrowser(port);
    browser.signIn(PublicSite.VALID, CertificateFixture.IDENTITY_NUMBER);
  }

  @Test
  void makesASignedStampedCopyThatIsNoCertificate() throws Exception {
    Map<String, String> form = browser.shareForm("参加二〇二六年度全省高层次人才分类认定及住房补贴申领");
    form.put("recipient", "威海市人才服务中心");
    browser.post("/holder/shares", form);
    HttpResponse<byte[]> copy =
        browser.postForFile("/holder/shares/" + browser.newestId() + "/copy", browser.token());
    assertThat(copy.statusCode()).isEqualTo(200);
    Path file = folder.resolve("copy.pdf");
    Files.write(file, copy.body());
    Files.createDirectories(Path.of("target", "pictures"));
    ExternalTools.run(
        ExternalTools.require("pdftoppm"),
        "-png",
        "-r",
        "80",
        "-singlefile",
        file,
        Path.of("target", "pictures", "stamped-copy").toAbsolutePath());
    assertThat(ExternalTools.run(ExternalTools.require("pdfsig"), "-nocert", file).output())
        .contains("Signature is Valid", "Total document signed");
    assertThat(new CertificatePdfReader().read(Bytes.wrap(copy.body())))
        .isInstanceOfSatisfying(
            RefusedPdf.class,
            refused -> assertThat(refused.reason()).isEqualTo(PdfFault.STAMPED_COPY));
    assertThat(browser.page("/holder/shares/" + browser.newestId() + "/revoke")).contains("制作过加注件");
    String link = HolderBrowser.first(browser.page("/holder"), "(/s/[0-9A-Z]{20})");
    assertThat(visitor.page(link)).contains("请核对编号、用途和日期");
  }

  @Test
  void namesTheCharacterThatNoFontHas() throws Exception {
    browser.share("入职 😀");
    HttpResponse<String> copy =
        browser.post("/holder/shares/" + browser.newestId() + "/copy", browser.token());
    assertThat(copy.statusCode()).isEqualTo(409);
    assertThat(copy.body()).contains("有一个字符印不出来", "U+1F600");
  }
}
