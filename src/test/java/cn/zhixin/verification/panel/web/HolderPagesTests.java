package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HolderPagesTests {
  private static final String NUMBER = CertificateFixture.IDENTITY_NUMBER;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  @Autowired private DataSource database;

  private HolderBrowser browser;

  @BeforeEach
  void open() {
    browser = new HolderBrowser(port);
  }

  /** Full-width digits, and a space after the sixth. */
  private static String asPeopleType(String number) {
    StringBuilder typed = new StringBuilder();
    number.chars().forEach(c -> typed.append((char) (c - '0' + '０')));
    return typed.insert(6, ' ').toString();
  }

  @Test
  void letsTheHolderInAndNobodyElse() throws Exception {
    HttpResponse<String> wrong = browser.signIn(PublicSite.VALID, "371002198808120048");
    HttpResponse<String> unknown = browser.signIn(PublicSite.UNKNOWN, NUMBER);
    assertThat(wrong.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(403);
    assertThat(wrong.body().replace(PublicSite.VALID.grouped(), ""))
        .isEqualTo(unknown.body().replace(PublicSite.UNKNOWN.grouped(), ""))
        .contains("没有核对上")
        .doesNotContain("0048");
    assertThat(browser.cookie).isEmpty();

    HttpResponse<String> right = browser.signIn(PublicSite.VALID, asPeopleType(NUMBER));
    assertThat(right.statusCode()).isEqualTo(303);
    assertThat(right.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Max-Age");
    assertThat(browser.page("/holder")).contains("丛培元", "证书有效").doesNotContain(NUMBER);
  }

  @Test
  void keepsTheIdentityNumberOutOfLogsPagesAndDatabase(CapturedOutput output) throws Exception {
    browser.signIn(PublicSite.VALID, NUMBER);
    browser.signIn(PublicSite.VALID, "371002198808120099");
    browser.page("/holder");
    assertThat(output.getAll()).doesNotContain(NUMBER).doesNotContain("371002198808120099");
    String stored =
        JdbcClient.create(database)
            .sql("select string_agg(s::text, ' ') from holder_session s")
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain(NUMBER).doesNotContain(browser.cookie.split("=")[1]);
  }

  @Test
  void tellsMistakesBeforeItLooks() throws Exception {
    int before = registry.reads.get();
    HttpResponse<String> mistyped =
        browser.post("/holder", Map.of("code", "7K3M-9QPX-2RTV-4WC0", "identity", NUMBER));
    assertThat(mistyped.statusCode()).isEqualTo(400);
    assertThat(mistyped.body()).contains("查验码输错了");
    HttpResponse<String> tail = browser.signIn(PublicSite.VALID, "003X");
    assertThat(tail.statusCode()).isEqualTo(400);
    assertThat(tail.body()).contains("证件号码没有填完整");
    assertThat(registry.reads.get()).isEqualTo(before);
  }

  @Test
  void refusesFormsOfOtherSites() throws Exception {
    browser.origin = "https://evil.example";
    assertThat(browser.signIn(PublicSite.VALID, NUMBER).statusCode()).isEqualTo(403);
    browser.origin = "null";
    assertThat(browser.signIn(PublicSite.VALID, NUMBER).statusCode()).isEqualTo(403);
    browser.origin = "";
    assertThat(browser.signIn(PublicSite.VALID, NUMBER).statusCode()).isEqualTo(403);
    assertThat(browser.cookie).isEmpty();

    browser.goTo(port);
    browser.signIn(PublicSite.VALID, NUMBER);
    Map<String, String> form = browser.shareForm("投标 别处来的");
    browser.origin = "https://evil.example";
    assertThat(browser.post("/holder/shares", form).statusCode()).isEqualTo(403);
    browser.goTo(port);
    Map<String, String> guessed = new HashMap<>(form);
    guessed.put("form", "0".repeat(64));
    assertThat(browser.post("/holder/shares", guessed).statusCode()).isEqualTo(403);
    assertThat(browser.page("/holder")).doesNotContain("别处来的");
  }

  @Test
  void endsSessionsWhenLeftAloneAndAfterTwoHoursInAnyCase() throws Exception {
    browser.signIn(PublicSite.VALID, NUMBER);
    for (int i = 0; i < 8; i++) {
      HolderSite.later(Duration.ofMinutes(14));
      assertThat(browser.page("/holder")).contains("丛培元");
    }
    HolderSite.later(Duration.ofMinutes(9));
    assertThat(browser.page("/holder")).contains("请重新进入").doesNotContain("丛培元");

    browser.signIn(PublicSite.VALID, NUMBER);
    Map<String, String> form = browser.shareForm("离开之后");
    HolderSite.later(Duration.ofMinutes(16));
    assertThat(browser.post("/holder/shares", form).statusCode()).isEqualTo(403);
    assertThat(browser.get("/holder/certificate.pdf").statusCode()).isEqualTo(403);
    browser.signIn(PublicSite.VALID, NUMBER);
    assertThat(browser.page("/holder")).doesNotContain("离开之后");
  }

  @Test
  void endsSessionsAtSignOutForWhoeverHasTheCookie() throws Exception {
    browser.signIn(PublicSite.VALID, NUMBER);
    Map<String, String> form = browser.token();
    HttpResponse<String> left = browser.post("/holder/sign-out", form);
    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(left.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
    assertThat(browser.page("/holder")).contains("请重新进入");
    assertThat(browser.post("/holder/sign-out", form).statusCode()).isEqualTo(403);
  }

  @Test
  void handsOutTheFileAsIssuedOrSaysWhyNot() throws Exception {
    Bytes issued = HolderSite.keepFile(PublicSite.VALID);
    browser.signIn(PublicSite.VALID, NUMBER);
    HttpResponse<byte[]> file = browser.file("/holder/certificate.pdf");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(Bytes.wrap(file.body())).isEqualTo(issued);
    assertThat(file.headers().firstValue("Cache-Control")).hasValue("no-store");

    Path pack = HolderSite.packOf(PublicSite.VALID);
    byte[] whole = Files.readAllBytes(pack);
    byte[] altered = whole.clone();
    altered[1000] ^= 1;
    Files.write(pack, altered);
    HttpResponse<String> refused = browser.get("/holder/certificate.pdf");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("证书文件与登记不符");
    Files.write(pack, Arrays.copyOf(whole, 1000));
    assertThat(browser.get("/holder/certificate.pdf").body()).contains("证书文件与登记不符");
    Files.delete(pack);
    assertThat(browser.get("/holder/certificate.pdf").body()).contains("暂时拿不到证书文件");
    Files.write(pack, whole);
  }

  @Test
  void letsTheHolderInWhoeverAsksAboutHim() throws Exception {
    String about = "/v/" + PublicSite.CANCELLED + "/holder";
    for (int i = 0; i < 20; i++) {
      assertThat(browser.post(about, Map.of("name", "王小明")).statusCode()).isEqualTo(200);
    }
    assertThat(browser.signIn(PublicSite.CANCELLED, NUMBER).statusCode()).isEqualTo(303);
  }

  @Test
  void saysInEnglishToo() throws Exception {
    assertThat(browser.page("/holder?lang=en")).contains("For the holder", "Come in");
    browser.signIn(PublicSite.LONG_NAME, NUMBER);
    assertThat(browser.page("/holder?lang=en&text=large"))
        .contains("Shared links", "Nothing is recorded yet", "阿卜杜热合曼");
  }
}
