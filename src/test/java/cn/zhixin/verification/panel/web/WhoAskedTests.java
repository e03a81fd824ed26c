package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import cn.zhixin.people.Sessions;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What holders see of who asked. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WhoAskedTests {
  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;
  @Autowired private DataSource database;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private Sessions sessions;

  private HolderBrowser browser;
  private HolderBrowser visitor;

  @BeforeEach
  void comeIn() throws Exception {
    browser = new HolderBrowser(port);
    visitor = new HolderBrowser(port);
    browser.signIn(PublicSite.VALID, CertificateFixture.IDENTITY_NUMBER);
  }

  @Test
  void listsOrganisationsThatAskedPageByPage() throws Exception {
    browser.signIn(PublicSite.CANCELLED, CertificateFixture.IDENTITY_NUMBER);
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
      if (UnifiedCreditCode.check("91371000MA3C0AAB1" + check) == UnifiedCreditCode.Check.RIGHT) {
        return new UnifiedCreditCode("91371000MA3C0AAB1" + check);
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
}
