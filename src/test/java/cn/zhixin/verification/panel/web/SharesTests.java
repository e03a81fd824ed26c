package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.certificate.CertificateEventKind;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.PdfFault;
import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import cn.zhixin.people.Sessions;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.springframework.web.util.HtmlUtils;

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
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private Sessions sessions;
  @TempDir private Path folder;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一行\n另一行",
        "\r",
        "正常\u202e反向",
        "\u2066隔离\u2069",
        "零宽\u200b",
        "\ufeff",
        "\u0000",
        "\ue000",
        "\u2028",
        "\u0007"
      })
  void refusesPurposesThatPrintNothing(String purpose) throws Exception {
    Map<String, String> form = browser.shareForm("x" + purpose + "x");
    HttpResponse<String> response = browser.post("/holder/shares", form);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("U+").contains("aria-invalid");
  }

  @Test
  void refusesWhatIsMissingOrTooMuch() throws Exception {
    Map<String, String> form = browser.shareForm("  ");
    assertThat(browser.post("/holder/shares", form).body()).contains("请填写用途");
    form = browser.shareForm("长".repeat(61));
    assertThat(browser.post("/holder/shares", form).body()).contains("用途最多 60 字");
    form = browser.shareForm("𠅤".repeat(60));
    assertThat(browser.post("/holder/shares", form).statusCode()).isEqualTo(303);
    for (String days : new String[] {"0", "181", "-1", "x", "", "99999999999"}) {
      form = browser.shareForm("天数");
      form.put("days", days);
      HttpResponse<String> response = browser.post("/holder/shares", form);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).contains("有效天数请填");
    }
  }

  @Test
  void showsAnyPurposeAsText() throws Exception {
    for (String purpose :
        new String[] {
          "<script>alert(1)</script>", "\" onmouseover=\"x", "{0} ${7*7} '' \\", "=cmd|x"
        }) {
      String link = browser.share(purpose);
      assertThat(visitor.page(link)).contains(HtmlUtils.htmlEscape(purpose, "UTF-8"));
      browser.post("/holder/shares/" + browser.newestId() + "/revoke", browser.token());
    }
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

  @Test
  void listsOrganisationsThatAskedPageByPage() throws Exception {
    browser.signIn(PublicSite.CANCELLED, NUMBER);
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql(
            "insert into organisation (name, credit_code, created_at)"
                + " values ('荣成市𬭎龑农商银行', '91371082MA3C1P2X8G', now())")
        .update();
    jdbc.sql(
            "insert into api_key (id, organisation, label, secret_digest, created_at)"
                + " select 'abcdefgh', id, 'x', sha256('x'), now() from organisation"
                + " where credit_code = '91371082MA3C1P2X8G'")
        .update();
    jdbc.sql(
            "insert into inquiry (code, organisation, api_key, purpose, asked_at, verdict, as_of)"
                + " select ?, id, 'abcdefgh', '第' || n || '次', now() - n * interval '1 hour',"
                + " 'VALID', now() from organisation, generate_series(1, 45) n"
                + " where credit_code = '91371082MA3C1P2X8G'")
        .param(PublicSite.CANCELLED.value())
        .update();
    assertThat(browser.page("/holder"))
        .contains("荣成市𬭎龑农商银行", "第1次", "第20次", "批量查验", "较早的")
        .doesNotContain("第21次");
    assertThat(browser.page("/holder?asked=3")).contains("第45次").doesNotContain("较早的 →");
    assertThat(browser.page("/holder?asked=-1")).contains("第1次");
    assertThat(browser.page("/holder?asked=9999")).contains("还没有记录");
  }

  @Test
  void namesTheOrganisationThatOpenedAShare() throws Exception {
    Organisation builder = organisations.add("威海建工", creditCode()).orElseThrow();
    String link = browser.share("资格审查");
    visitor.cookie = "zhixin=" + sessions.open(keys.create(builder, "投标").key()).value();
    assertThat(visitor.page(link)).contains("如果您以单位身份登录");
    assertThat(browser.page("/holder")).contains("威海建工");
  }

  private static UnifiedCreditCode creditCode() {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedCreditCode.check("91371000166700001" + check) == UnifiedCreditCode.Check.RIGHT) {
        return new UnifiedCreditCode("91371000166700001" + check);
      }
    }
    throw new AssertionError("no check character fits");
  }

  @Test
  void countsOpeningsOfAMinuteInOneLine() throws Exception {
    String link = browser.share("预览");
    for (int i = 0; i < 30; i++) {
      visitor.get(link);
    }
    long rows =
        JdbcClient.create(database)
            .sql(
                "select count(*) from share_opening o join share s on s.id = o.share"
                    + " where s.purpose = '预览'")
            .query(Long.class)
            .single();
    assertThat(rows).isLessThanOrEqualTo(2);
    assertThat(browser.page("/holder")).contains("打开 30 次");
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
