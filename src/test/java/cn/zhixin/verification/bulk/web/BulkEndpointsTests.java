package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.EmployerSiteTest;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.receipts.ReceiptCheck;
import cn.zhixin.verification.receipts.ReceiptFinding;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@EmployerSiteTest
class BulkEndpointsTests {
  private static final String PURPOSE = "2026 年投标资格审查";

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private FakeRegistry registry;
  @Autowired private DataSource database;
  @Autowired private ReceiptCheck receipts;

  private Employers employers;
  private JdbcClient jdbc;

  @BeforeEach
  void comeIn() {
    employers = new Employers(organisations, keys, port);
    jdbc = JdbcClient.create(database);
  }

  /** A host that a request makes up must not lead its reader elsewhere. */
  @Test
  void sendsWhoIsNotSignedInToTheSignInOfThisVerySite() throws Exception {
    HttpResponse<String> page = new PublicClient(port).get("/bulk?lang=en");
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(page.headers().firstValue("Location")).contains("/sign-in?lang=en");
  }

  @Test
  void answersSmallListsAtOnceWithEveryVerdict() throws Exception {
    HttpResponse<String> response =
        employers.ask(
            employers.bank,
            Map.of(
                "purpose",
                PURPOSE,
                "codes",
                List.of(
                    PublicSite.VALID.grouped().toLowerCase(),
                    PublicSite.REVOKED.value(),
                    PublicSite.SUPERSEDED.value(),
                    PublicSite.UNKNOWN.value(),
                    PublicSite.DAMAGED.value(),
                    "7K3M9QPX2RTV4WC0",
                    "=1+1",
                    "https://zc.example.cn/v/" + PublicSite.RARE_NAME,
                    PublicSite.VALID.value())));
    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode answer = Employers.json(response);
    assertThat(answer.path("state").asString()).isEqualTo("COMPLETE");
    List<String> outcomes = new ArrayList<>();
    answer.path("results").forEach(row -> outcomes.add(row.path("outcome").asString()));
    assertThat(outcomes)
        .containsExactly(
            "VALID",
            "REVOKED",
            "SUPERSEDED",
            "NOT_FOUND",
            "UNCONFIRMED",
            "MISTYPED",
            "MALFORMED",
            "VALID",
            "VALID");
    assertThat(answer.path("results").get(7).path("holderName").asString()).isEqualTo("𬭎龑䶮𠅤");
    assertThat(answer.path("results").get(2).path("successor").asString())
        .isEqualTo(PublicSite.VALID.value());
    assertThat(answer.path("results").get(8).path("duplicateOf").asInt()).isEqualTo(1);
    assertThat(answer.path("results").get(5).path("reason").asString()).contains("校验位");
    assertThat(answer.path("counts").path("VALID").asInt()).isEqualTo(3);
    byte[] excel = employers.get(employers.bank, answer.path("answers").asString()).body();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
      assertThat(read.getFirstSheet().read().get(4).toString())
          .contains("现行证书的查验码：" + PublicSite.VALID.grouped());
    }
  }

  @Test
  void keepsWhoAskedWhatForAndNeverChangesIt() throws Exception {
    employers.ask(
        employers.builder,
        Map.of("purpose", "录用核查", "codes", List.of(PublicSite.LONG_NAME.value())));
    String found =
        jdbc.sql("select purpose || '|' || verdict from inquiry where code = ?")
            .param(PublicSite.LONG_NAME.value())
            .query(String.class)
            .single();
    assertThat(found).isEqualTo("录用核查|VALID");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> jdbc.sql("delete from inquiry").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void wantsAKeyAndAPurpose() throws Exception {
    byte[] body = "{\"codes\":[\"x\"]}".getBytes(StandardCharsets.UTF_8);
    String secret = employers.bank.secret().reveal();
    HttpResponse<String> none = employers.post("", "application/json", body);
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(none.headers().firstValue("WWW-Authenticate")).isPresent();
    String mistyped = (secret.charAt(5) == 'a' ? "b" : "a");
    HttpResponse<String> wrong =
        employers.post(
            secret.substring(0, 5) + mistyped + secret.substring(6), "application/json", body);
    assertThat(Employers.json(wrong).path("type").asString()).endsWith("mistyped-key");
    HttpResponse<String> silent = employers.post(secret, "application/json", body);
    assertThat(silent.statusCode()).isEqualTo(400);
    assertThat(Employers.json(silent).path("type").asString()).endsWith("purpose-missing");
    // the holder is shown it: what nobody can read is none
    List<String> codes = List.of(PublicSite.VALID.value());
    for (String unseen :
        List.of("\u200b\u200b", "录用\u202e核查", "录用\n核查", " \u3000 ", "\u3164\u2800", "录用\u00a0核查")) {
      var refused = employers.ask(employers.bank, Map.of("purpose", unseen, "codes", codes));
      assertThat(Employers.json(refused).path("type").asString()).endsWith("purpose-missing");
    }
  }

  @Test
  void aMemberOfTheWrongKindIsNotTakenForOneThatIsMissing() throws Exception {
    String code = '"' + PublicSite.VALID.value() + '"';
    int before = registry.reads.get();
    for (String[] wrong :
        new String[][] {
          {
            "\"rows\":[{\"code\":" + code + "},{\"code\":" + code + ",\"identity\":120034}]",
            "rows[1].identity"
          },
          {"\"rows\":[{\"code\":" + code + ",\"name\":[\"丛培元\"]}]", "rows[0].name"},
          {"\"rows\":[{\"code\":7}]", "rows[0].code"},
          {"\"rows\":[" + code + "]", "rows[0]"},
          {"\"rows\":{\"code\":" + code + "}", "rows"},
          {"\"codes\":[" + code + ",7]", "codes[1]"},
          {"\"codes\":" + code, "codes"},
          {"\"codes\":[" + code + "],\"purpose\":7", "purpose"}
        }) {
      String purpose = wrong[1].equals("purpose") ? "" : "\"purpose\":\"录用核查\",";
      HttpResponse<String> refused = json("{" + purpose + wrong[0] + "}");
      assertThat(refused.statusCode()).as(wrong[1]).isEqualTo(400);
      assertThat(Employers.json(refused).path("reason").asString()).isEqualTo("not-as-described");
      assertThat(Employers.json(refused).path("detail").asString())
          .startsWith(wrong[1] + "：")
          .doesNotContain("120034", PublicSite.VALID.value());
    }
    assertThat(Employers.json(json("[" + code + "]")).path("reason").asString())
        .isEqualTo("not-as-described");
    assertThat(registry.reads.get()).isEqualTo(before);
    String nulls =
        "{\"purpose\":\"录用核查\",\"codes\":null,\"rows\":[{\"code\":" + code + ",\"name\":null}]}";
    assertThat(json(nulls).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> json(String body) throws Exception {
    return employers.post(
        employers.bank.secret().reveal(),
        "application/json",
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anothersListDoesNotExist() throws Exception {
    JsonNode own =
        Employers.json(
            employers.ask(
                employers.bank,
                Map.of("purpose", PURPOSE, "codes", List.of(PublicSite.VALID.value()))));
    String address = own.path("self").asString();
    assertThat(employers.get(employers.bank, address).statusCode()).isEqualTo(200);
    for (String part : List.of("", "/answers.xlsx", "/receipt")) {
      assertThat(employers.get(employers.builder, address + part).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void answersTenThousandRowsAndWritesThemAsText() throws Exception {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 9_998; i++) {
      codes.add(PublicSite.code(String.format("%015d", i)).value());
    }
    codes.add(PublicSite.VALID.value());
    codes.add("=HYPERLINK(\"http://evil\")");
    HttpResponse<String> ordered =
        employers.ask(employers.bank, Map.of("purpose", PURPOSE, "codes", codes));
    assertThat(ordered.statusCode()).isEqualTo(202);
    JsonNode job = awaitEnd(employers.bank, Employers.json(ordered).path("self").asString());
    assertThat(job.path("counts").path("NOT_FOUND").asInt()).isEqualTo(9_998);
    assertThat(job.path("counts").path("VALID").asInt()).isEqualTo(1);
    byte[] excel = employers.get(employers.bank, job.path("answers").asString()).body();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows.size()).isEqualTo(10_002);
      assertThat(rows.get(10_001).getCell(1).getText()).startsWith("'=HYPERLINK");
      assertThat(rows.get(10_001).getCell(1).getFormula()).isNull();
    }
    byte[] pdf =
        employers
            .get(employers.bank, job.path("receipt").asString(), "Accept", "application/pdf")
            .body();
    Path file = Path.of("target", "pictures", "receipt-10000.pdf");
    Files.createDirectories(file.getParent());
    Files.write(file, pdf);
    ReceiptFinding finding = receipts.check(Bytes.wrap(pdf));
    assertThat(finding).isInstanceOf(ReceiptFinding.Genuine.class);
    assertThat(((ReceiptFinding.Genuine) finding).receipt().counts())
        .containsEntry("NOT_FOUND", 9_998)
        .containsEntry("MALFORMED", 1);
    codes.add("one too many");
    HttpResponse<String> more =
        employers.ask(employers.bank, Map.of("purpose", PURPOSE, "codes", codes));
    assertThat(Employers.json(more).path("reason").asString()).isEqualTo("too-many-rows");
  }

  private JsonNode awaitEnd(NewApiKey key, String address) throws Exception {
    while (true) {
      JsonNode job =
          Employers.MAPPER.readTree(
              new String(employers.get(key, address).body(), StandardCharsets.UTF_8));
      if (!job.path("state").asString().equals("RUNNING")) {
        return job;
      }
      assertThat(job.has("results")).isFalse();
      Thread.sleep(50);
    }
  }

  @Test
  void aRevokedKeyStopsItsListAndOthersOfTheOrganisationAreToldSo() throws Exception {
    NewApiKey doomed = keys.create(employers.builder.key().organisation(), "借出");
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      codes.add(PublicSite.code(String.format("9%014d", i)).value());
    }
    registry.duringRead =
        () -> {
          if (jdbc.sql("select revoked_at is null from api_key where id = ?")
              .param(doomed.key().id())
              .query(Boolean.class)
              .single()) {
            keys.revoke(doomed.key().id());
          }
        };
    String address;
    try {
      address =
          Employers.json(employers.ask(doomed, Map.of("purpose", PURPOSE, "codes", codes)))
              .path("self")
              .asString();
      assertThat(employers.get(doomed, address).statusCode()).isIn(200, 401);
      JsonNode job = awaitEnd(employers.builder, address);
      assertThat(job.path("state").asString()).isEqualTo("INTERRUPTED");
      assertThat(job.path("interruption").asString()).isEqualTo("KEY_REVOKED");
      new ApiSchemas(PublicClient.json(new PublicClient(port).get("/api"))).check("List", job);
      assertThat(job.path("counts").path("WAITING").asInt()).isPositive();
      assertThat(job.path("counts").path("WAITING").asInt() + job.path("answered").asInt())
          .isEqualTo(3_000);
    } finally {
      registry.duringRead = () -> {};
    }
    assertThat(employers.get(doomed, address).statusCode()).isEqualTo(401);
    assertThat(Optional.of(doomed.secret().toString())).contains("KeySecret");
  }
}
