package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EmployerSite;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.receipts.ReceiptCheck;
import cn.zhixin.verification.receipts.ReceiptFinding;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
    classes = EmployerSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address="
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
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
  void comparesNamesAndEndsOfIdentityNumbersAndTellsNothingElse() throws Exception {
    byte[] list =
        workbook(
            List.of("序号", "姓名", "身份证号（后六位）", "证书编号", "查验码"),
            List.of(
                List.of("1", " 丛 培 元 ", "120034", "3710", PublicSite.SUSPENDED.grouped()),
                List.of("2", "丛培兀", "120031", "", PublicSite.CANCELLED.value()),
                List.of("3", "𬭎龑䶮𠅤", "371002198808120034", "", PublicSite.RARE_NAME.value())));
    JsonNode results =
        Employers.json(
                employers.post(
                    employers.bank.secret().reveal(),
                    BulkEndpoints.XLSX,
                    list,
                    "Zhixin-Purpose",
                    "%E6%8A%95%E6%A0%87"))
            .path("results");
    assertThat(results.get(0).path("row").asInt()).isEqualTo(3);
    assertThat(pair(results.get(0))).isEqualTo("MATCHES MATCHES");
    assertThat(pair(results.get(1))).isEqualTo("DIFFERS DIFFERS");
    assertThat(pair(results.get(2))).isEqualTo("MATCHES MATCHES");
    assertThat(results.toString()).doesNotContain(CertificateFixture.IDENTITY_NUMBER, "12003");
    assertThat(
            jdbc.sql("select count(*) from bulk_row where holder_name is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static String pair(JsonNode row) {
    return row.path("name").asString() + " " + row.path("identity").asString();
  }

  @Test
  void stopsComparingWhereSomebodyGuesses() throws Exception {
    String last = "";
    for (int i = 0; i < 7; i++) {
      JsonNode answer =
          Employers.json(
              employers.ask(
                  employers.builder,
                  Map.of(
                      "purpose",
                      PURPOSE,
                      "rows",
                      List.of(
                          Map.of("code", PublicSite.REVOKED.value(), "identity", "00000" + i),
                          Map.of("code", PublicSite.REVOKED.value(), "identity", "12003X")))));
      last = answer.path("results").get(0).path("identity").asString();
      assertThat(answer.path("results").get(1).path("identity").asString())
          .isEqualTo("NOT_COMPARED");
    }
    assertThat(last).isEqualTo("NOT_COMPARED");
  }

  @Test
  void readsCsvAsExcelWritesItInChina() throws Exception {
    String csv = "职称证书名单\r\n姓名;证书查验码;备注\r\n\"丛培元\";\"" + PublicSite.VALID + "\";\"a\"\"b\"\r\n";
    JsonNode answer =
        Employers.json(
            employers.post(
                employers.bank.secret().reveal(),
                "text/csv",
                csv.getBytes(Charset.forName("GB18030")),
                "Zhixin-Purpose",
                "x"));
    assertThat(answer.path("results").get(0).path("name").asString()).isEqualTo("MATCHES");
    assertThat(answer.path("results").get(0).path("row").asInt()).isEqualTo(3);
  }

  @Test
  void explainsListsThatCannotBeTaken() throws Exception {
    assertThat(reason(workbook(List.of("姓名", "证书编号"), List.of(List.of("丛培元", "3710002")))))
        .isEqualTo("numbers-only");
    assertThat(reason(workbook(List.of("姓名", "单位"), List.of(List.of("丛培元", "公司")))))
        .isEqualTo("no-code-column");
    assertThat(reason(workbook(List.of("查验码", "Code"), List.of(List.of("a", "b")))))
        .isEqualTo("several-code-columns");
    assertThat(reason(bomb())).isEqualTo("inflates-too-much");
    assertThat(reason("<html>".getBytes(StandardCharsets.UTF_8))).isEqualTo("no-code-column");
    assertThat(reason(Bytes.ofHex("504b030400").toArray())).isEqualTo("damaged");
    assertThat(reason(new byte[9 << 20])).isEqualTo("too-large");
    assertThat(reason(new byte[] {0, 1, 2, 0})).isEqualTo("not-a-table");
  }

  private String reason(byte[] list) throws Exception {
    HttpResponse<String> response =
        employers.post(
            employers.bank.secret().reveal(), BulkEndpoints.XLSX, list, "Zhixin-Purpose", "x");
    assertThat(response.statusCode()).isEqualTo(400);
    return Employers.json(response).path("reason").asString();
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

  private static byte[] workbook(List<String> headings, List<List<String>> rows) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("名单");
      sheet.value(0, 0, "投标人员名单");
      for (int i = 0; i < headings.size(); i++) {
        sheet.value(1, i, headings.get(i));
      }
      for (int r = 0; r < rows.size(); r++) {
        for (int i = 0; i < rows.get(r).size(); i++) {
          sheet.value(r + 2, i, rows.get(r).get(i));
        }
      }
    }
    return out.toByteArray();
  }

  /** A sheet of a kilobyte a megabyte. */
  private static byte[] bomb() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] blank = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 200; i++) {
        zip.write(blank);
      }
    }
    return out.toByteArray();
  }
}
