package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.EmployerSiteTest;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What a program and a reader are told while the database of lists is away. */
@EmployerSiteTest
@DirtiesContext
class DatabaseAwayTests {
  private static final Map<String, Object> LIST =
      Map.of("purpose", "2026 年投标资格审查", "codes", List.of(PublicSite.VALID.value()));

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private DataSource database;

  @Test
  void aListMaySimplyBeSentAgain() throws Exception {
    Employers employers = new Employers(organisations, keys, port);
    assertThat(employers.ask(employers.bank, LIST).statusCode()).isEqualTo(200);
    // a pool that can connect to nothing says the same at once
    ((HikariDataSource) database).close();
    HttpResponse<String> told = employers.ask(employers.bank, LIST);
    assertThat(told.statusCode()).isEqualTo(503);
    assertThat(PublicClient.problem(told)).isEqualTo("unavailable");
    assertThat(told.headers().firstValue("Retry-After")).contains("5");
    assertThat(told.body()).doesNotContain("Exception", "Hikari");
  }
}
