package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.EmployerSiteTest;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.bulk.CodeList;
import cn.zhixin.verification.bulk.ListedRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists as files, and what is compared besides the code. */
@EmployerSiteTest
class ListFilesTests {
  private static final String PURPOSE = "2026 年投标资格审查";

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private DataSource database;
  @Autowired private FakeRegistry registry;

  private Employers employers;
  private JdbcClient jdbc;

  @BeforeEach
  void comeIn() {
    employers = new Employers(organisations, keys, port);
    jdbc = JdbcClient.create(database);
  }

  @Test
  void comparesNamesAndEndsOfIdentityNumbersAndTellsNothingElse() throws Exception {
    VerificationCode rare = PublicSite.code("7K3M9QPX2RTV4WQ");
    registry.issue(CertificateFixture.registered(rare, "\uF900文登"), CertificateFixture.ISSUED_AT);
    byte[] list =
        workbook(
            List.of("序号", "姓名", "身份证号（后六位）", "证书编号", "查验码"),
            List.of(
                List.of("1", " 丛 培 元 ", "120034", "3710", PublicSite.SUSPENDED.grouped()),
                List.of("2", "丛培兀", "120031", "", PublicSite.CANCELLED.value()),
                List.of("3", "𬭎龑䶮𠅤", "371002198808120034", "", PublicSite.RARE_NAME.value()),
                List.of("4", "豈文登", "120034", "", rare.value())));
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
    assertThat(pair(results.get(3))).isEqualTo("MATCHES MATCHES");
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
    JsonNode last = JsonNodeFactory.instance.objectNode();
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
      last = answer.path("results").get(0);
      assertThat(answer.path("results").get(1).path("identity").asString())
          .isEqualTo("NOT_COMPARED");
    }
    assertThat(last.path("identity").asString()).isEqualTo("NOT_COMPARED");
    assertThat(last.path("identityReason").asString()).contains("不符的次数已到上限");
  }

  @Test
  void saysWhyTheSecondRowOfACodeWasNotCompared() throws Exception {
    JsonNode answer =
        Employers.json(
            employers.ask(
                employers.bank,
                Map.of(
                    "purpose",
                    PURPOSE,
                    "rows",
                    List.of(
                        row(PublicSite.SUPERSEDED, "丛培元", "120034"),
                        row(PublicSite.SUPERSEDED, "李华", "120034"),
                        row(PublicSite.UNKNOWN, "李华", "120034")))));
    JsonNode first = answer.path("results").get(0);
    assertThat(pair(first)).isEqualTo("MATCHES MATCHES");
    assertThat(first.has("identityReason")).isFalse();
    JsonNode second = answer.path("results").get(1);
    assertThat(pair(second)).isEqualTo("DIFFERS NOT_COMPARED");
    assertThat(second.path("identityReason").asString()).contains("只比对一次，见第 1 行");
    assertThat(answer.path("results").get(2).has("identityReason")).isFalse();
    byte[] excel =
        employers
            .get(employers.bank, answer.path("answers").asString(), "Accept-Language", "en")
            .body();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows.get(2).getCell(13).getText()).startsWith("Code of the present");
      assertThat(rows.get(3).getCell(13).getText())
          .contains("The same as row 1", "each code is compared once in a list, see row 1");
    }
  }

  private static Map<String, String> row(VerificationCode code, String name, String identity) {
    return Map.of("code", code.value(), "name", name, "identity", identity);
  }

  @Test
  void aDashStandsForNothingToCompare() throws Exception {
    byte[] list =
        workbook(
            List.of("姓名", "身份证号后六位", "查验码"),
            List.of(
                List.of("-", "——", PublicSite.VALID.value()),
                List.of("丛培元", "/", PublicSite.VALID.value()),
                List.of("丛培元", "-", "—")));
    JsonNode results =
        Employers.json(
                employers.post(
                    employers.bank.secret().reveal(),
                    BulkEndpoints.XLSX,
                    list,
                    "Zhixin-Purpose",
                    "x"))
            .path("results");
    assertDashesAreEmpty(results);
    List<Map<String, String>> rows =
        List.of(
            row(PublicSite.VALID, "-", "——"),
            row(PublicSite.VALID, "丛培元", "/"),
            Map.of("code", "—", "name", "丛培元", "identity", "-"));
    assertDashesAreEmpty(
        Employers.json(employers.ask(employers.bank, Map.of("purpose", "x", "rows", rows)))
            .path("results"));
    JsonNode codes =
        Employers.json(
                employers.ask(employers.bank, Map.of("purpose", "x", "codes", List.of(" - "))))
            .path("results");
    assertThat(codes.get(0).path("outcome").asString()).isEqualTo("NO_CODE");
    assertThat(CodeList.pasted(PublicSite.VALID + "\n——\n").rows())
        .extracting(ListedRow::code)
        .containsExactly(PublicSite.VALID.toString(), "");
  }

  private static void assertDashesAreEmpty(JsonNode results) {
    assertThat(pair(results.get(0)).isBlank()).isTrue();
    assertThat(pair(results.get(1))).isEqualTo("MATCHES ");
    for (int i = 0; i < 2; i++) {
      assertThat(results.get(i).has("identityReason")).isFalse();
    }
    assertThat(results.get(2).path("outcome").asString()).isEqualTo("NO_CODE");
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
