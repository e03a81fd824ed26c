package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.EmployerFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.web.Accessible;
import cn.zhixin.verification.web.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The same site as {@link BulkFilesTests}, so that both share it. */
@SpringBootTest(
    classes = EmployerFileSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address=https://zc.example.cn"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkFilesInABrowserTests {
  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private FakeRegistry registry;
  @Autowired private ReleasedFiles released;

  @Test
  void aClerkDropsAZipAndSeesWhatEachFileIs() throws Exception {
    Bytes valid = new IssuedFiles().file(registry.find(PublicSite.VALID).orElseThrow());
    released.release(valid, PublicSite.VALID);
    Map<String, Bytes> sent = new LinkedHashMap<>();
    sent.put("投标文件/项目负责人 丛培元 高级工程师证书（原件）.pdf", valid);
    sent.put("投标文件/另存.pdf", SampleFiles.savedAgain(valid));
    sent.put("投标文件/打印.pdf", SampleFiles.printed(valid));
    sent.put("投标文件/说明.docx", Bytes.ofUtf8("not a certificate"));
    byte[] zip = Zips.of(sent, Charset.forName("GBK"), false);
    Employers employers = new Employers(organisations, keys, port);
    try (Chromium chromium = Chromium.launch()) {
      for (int width : new int[] {390, 1280}) {
        try (BrowserContext window =
            chromium
                .browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(width, 844))) {
          Page page = window.newPage();
          String query = width == 390 ? "?lang=en" : "?lang=zh";
          page.navigate("http://localhost:" + port + "/sign-in" + query);
          page.fill("#key", employers.bank.secret().reveal());
          page.click("button[type=submit]");
          picture(page, "bulk-files-form-" + width);
          page.fill("#purpose", "2026 年投标资格审查");
          page.setInputFiles("#file", new FilePayload("证书.zip", "application/zip", zip));
          page.click(".fields button");
          page.locator("tbody tr").first().waitFor();
          assertThat(page.locator("tbody tr").count()).isEqualTo(4);
          assertThat(page.locator("tr.VALID .file").textContent()).contains("丛培元");
          assertThat(page.locator("tr.ALTERED, tr.COPY, tr.UNREADABLE").count()).isEqualTo(3);
          picture(page, "bulk-files-" + width);
          Accessible.findsNothing(page, "files " + width);
          page.navigate("http://localhost:" + port + "/bulk" + query);
          page.fill("#purpose", "x");
          byte[] large = new byte[22 << 20];
          page.setInputFiles("#file", new FilePayload("a.zip", "application/zip", large));
          page.click(".fields button");
          assertThat(page.locator(".refusal").textContent()).contains("20 MB");
        }
      }
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "pictures", name + ".png")));
    Accessible.fits(page, name);
  }
}
