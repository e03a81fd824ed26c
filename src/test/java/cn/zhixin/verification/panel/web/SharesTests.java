package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SharesTests {
  private static final String NUMBER = CertificateFixture.IDENTITY_NUMBER;
  private static ConfigurableApplicationContext otherNode;
  private static int otherPort;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @BeforeAll
  static void startAnotherNode() {
    otherNode =
        new SpringApplicationBuilder(HolderSite.class)
            .properties(HolderSite.SETTINGS)
            .properties("server.port=0", "zhixin.panel.documents=" + HolderSite.DOCUMENTS)
            .run();
    otherPort = otherNode.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void stopTheOtherNode() {
    otherNode.close();
  }

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  @Autowired private DataSource database;

  private HolderBrowser browser;
  private HolderBrowser visitor;

  @BeforeEach
  void comeIn() throws Exception {
    browser = new HolderBrowser(port);
    visitor = new HolderBrowser(port);
    browser.signIn(PublicSite.VALID, NUMBER);
  }

  @Test
  void showsTheCertificateForAPurposeWithoutItsCode() throws Exception {
    Map<String, String> form = browser.shareForm("投标 威海港三期工程");
    form.put("recipient", "威海建工（集团）有限公司");
    assertThat(browser.post("/holder/shares", form).statusCode()).isEqualTo(303);
    String link = HolderBrowser.first(browser.page("/holder"), "(/s/[0-9A-Z]{20})");

    String page = visitor.page(link.toLowerCase());
    assertThat(page)
        .contains("丛培元", "高级工程师", "证书有效", "投标 威海港三期工程", "威海建工（集团）有限公司", "下载证书 PDF")
        .doesNotContain(PublicSite.VALID.value())
        .doesNotContain(PublicSite.VALID.grouped())
        .doesNotContain(NUMBER);
    assertThat(visitor.file(link + "/certificate.pdf").body())
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(browser.page("/holder"))
        .contains("打开 1 次", "没有登录的访客", "从共享链接下载 PDF", "给 威海建工（集团）有限公司");
  }

  @Test
  void hidesTheSuccessorsCodeToo() throws Exception {
    browser.signIn(PublicSite.SUPERSEDED, NUMBER);
    String page = visitor.page(browser.share("入职"));
    assertThat(page)
        .contains("已换发新证书", "请向持证人索取")
        .doesNotContain(PublicSite.VALID.value())
        .doesNotContain(PublicSite.VALID.value().substring(0, 4) + "</span>");
  }

  @Test
  void keepsTheFileFromThoseWhoMayOnlyLook() throws Exception {
    Map<String, String> form = browser.shareForm("只看");
    form.remove("file");
    browser.post("/holder/shares", form);
    String link = HolderBrowser.first(browser.page("/holder"), "(/s/[0-9A-Z]{20})");
    assertThat(visitor.page(link)).doesNotContain("certificate.pdf");
    assertThat(visitor.get(link + "/certificate.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void endsARevokedShareAtOnceOnAllNodes() throws Exception {
    String link = browser.share("撤销试验");
    HolderBrowser elsewhere = new HolderBrowser(otherPort);
    assertThat(elsewhere.page(link)).contains("丛培元");
    String id = browser.newestId();
    assertThat(browser.page("/holder/shares/" + id + "/revoke")).contains("撤销这个共享？", "撤销试验");
    assertThat(browser.page("/holder")).contains(link);

    // the session, too, holds on every node
    HolderBrowser moved = new HolderBrowser(otherPort);
    moved.cookie = browser.cookie;
    moved.post("/holder/shares/" + id + "/revoke", moved.token());
    for (HolderBrowser each : new HolderBrowser[] {visitor, elsewhere}) {
      HttpResponse<String> gone = each.get(link);
      assertThat(gone.statusCode()).isEqualTo(410);
      assertThat(gone.body()).contains("共享已被持证人撤销").doesNotContain("丛培元").doesNotContain("撤销试验");
      assertThat(each.get(link + "/certificate.pdf").statusCode()).isEqualTo(410);
    }
    assertThat(browser.page("/holder")).contains("已撤销").doesNotContain(link);
  }

  @Test
  void endsAShareAfterItsLastDay() throws Exception {
    Map<String, String> form = browser.shareForm("一天");
    form.put("days", "1");
    browser.post("/holder/shares", form);
    String link = HolderBrowser.first(browser.page("/holder"), "(/s/[0-9A-Z]{20})");
    assertThat(visitor.page(link)).contains("丛培元");
    HolderSite.later(Duration.ofHours(49));
    HttpResponse<String> gone = visitor.get(link);
    assertThat(gone.statusCode()).isEqualTo(410);
    assertThat(gone.body()).contains("共享已过期").doesNotContain("丛培元");
  }

  @Test
  void tellsThatASharedCertificateWasRevoked() throws Exception {
    VerificationCode code = PublicSite.RARE_NAME;
    browser.signIn(code, NUMBER);
    String link = browser.share("录用 𬭎龑䶮𠅤");
    assertThat(visitor.page(link)).contains("证书有效", "𬭎龑䶮𠅤");
    String id = browser.newestId();
    registry.change(code, CertificateEventKind.REVOKED, Instant.parse("2026-03-02T02:05:00Z"));
    Thread.sleep(1_500);
    assertThat(visitor.page(link)).contains("证书已撤销").doesNotContain("<h1>证书有效");
    HttpResponse<String> file = visitor.get(link + "/certificate.pdf");
    assertThat(file.statusCode()).isEqualTo(409);
    assertThat(file.body()).contains("证书文件不再提供");
    HttpResponse<String> copy = browser.post("/holder/shares/" + id + "/copy", browser.token());
    assertThat(copy.statusCode()).isEqualTo(409);
    assertThat(copy.body()).contains("证书现在不能加注");
  }

  @Test
  void makesOneShareOfAFormThatIsSentTwice() throws Exception {
    Map<String, String> form = browser.shareForm("只要一个");
    browser.post("/holder/shares", form);
    browser.post("/holder/shares", form);
    assertThat(browser.page("/holder").split("<strong>只要一个</strong>", -1)).hasSize(2);
  }

  @Test
  void givesNothingToTheHolderOfAnotherCertificate() throws Exception {
    browser.share("我的");
    String id = browser.newestId();
    HolderBrowser other = new HolderBrowser(port);
    other.signIn(PublicSite.CANCELLED, NUMBER);
    assertThat(other.page("/holder")).doesNotContain("我的");
    assertThat(other.get("/holder/shares/" + id + "/revoke").statusCode()).isEqualTo(404);
    assertThat(other.post("/holder/shares/" + id + "/copy", other.token()).statusCode())
        .isEqualTo(404);
    HttpResponse<String> refused = other.post("/holder/shares/" + id + "/revoke", other.token());
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(refused.body()).contains("这个共享已经失效");
    assertThat(browser.page("/holder")).contains("/holder/shares/" + id + "/revoke");
    Map<String, String> foreignForm = browser.token();
    assertThat(other.post("/holder/shares/" + id + "/revoke", foreignForm).statusCode())
        .isEqualTo(403);
  }

  @Test
  void knowsNoShareButItsOwn() throws Exception {
    for (String path : new String[] {"/s/0000000000000000000A", "/s/x", "/s/" + "0".repeat(300)}) {
      HttpResponse<String> response = visitor.get(path);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).contains("没有这个共享");
    }
  }

  @Test
  void keepsShareCodesAndPurposesOutOfTheLog(CapturedOutput output) throws Exception {
    String link = browser.share("不进日志的用途");
    visitor.page(link);
    assertThat(output.getAll()).doesNotContain("不进日志的用途").doesNotContain(link.substring(3));
    String stored =
        JdbcClient.create(database)
            .sql("select string_agg(s::text, ' ') from share s")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain(link.substring(3));
  }

  @Test
  void saysWhenOnlyAnotherServerCanShowTheLink() throws Exception {
    String link = browser.share("换了密钥");
    JdbcClient.create(database)
        .sql("update share set sealed_code = set_byte(sealed_code, 20, 7) where purpose = '换了密钥'")
        .update();
    assertThat(browser.page("/holder")).contains("只有生成它的服务器能再次显示").doesNotContain(link);
    assertThat(visitor.page(link)).contains("丛培元");
    Map<String, String> token = new HashMap<>(browser.token());
    browser.post("/holder/shares/" + browser.newestId() + "/revoke", token);
    assertThat(visitor.get(link).statusCode()).isEqualTo(410);
  }
}
