package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.EmployerFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.receipts.Receipt;
import cn.zhixin.verification.receipts.ReceiptCheck;
import cn.zhixin.verification.receipts.ReceiptFinding;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Archives of certificate files as lists. */
@SpringBootTest(
    classes = EmployerFileSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address=https://zc.example.cn"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BulkFilesTests {
  private static final String ZIP = "application/zip";
  private static IssuedFiles files;

  @LocalServerPort private int port;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private FakeRegistry registry;
  @Autowired private ReleasedFiles released;
  @Autowired private ReceiptCheck receipts;
  @Autowired private DataSource database;

  private Employers employers;
  private JdbcClient jdbc;
  private ApiSchemas api;

  @BeforeAll
  static void compile() throws Exception {
    files = new IssuedFiles();
  }

  @BeforeEach
  void comeIn() throws Exception {
    employers = new Employers(organisations, keys, port);
    jdbc = JdbcClient.create(database);
    api = new ApiSchemas(PublicClient.json(new PublicClient(port).get("/api")));
  }

  private Bytes issued(VerificationCode code) throws Exception {
    Certificate certificate = registry.find(code).orElseThrow();
    Bytes file = files.file(certificate);
    released.release(file, code);
    return file;
  }

  private static Bytes withPassword(Bytes pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(SampleFiles.printed(pdf).toArray())) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return saved(document);
    }
  }

  private static Bytes blank() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      return saved(document);
    }
  }

  private static Bytes saved(PDDocument document) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return Bytes.wrap(out.toByteArray());
  }

  private HttpResponse<String> post(byte[] zip) throws Exception {
    HttpResponse<String> answer =
        employers.post(
            employers.bank.secret().reveal(), ZIP, zip, "Zhixin-Purpose", "%E6%8A%95%E6%A0%87");
    api.check("post", "/api/v1/bulk", answer);
    return answer;
  }

  private JsonNode answered(byte[] zip) throws Exception {
    HttpResponse<String> ordered = post(zip);
    assertThat(ordered.statusCode()).as(ordered.body()).isIn(200, 202);
    return ended(Employers.json(ordered));
  }

  private JsonNode ended(JsonNode ordered) throws Exception {
    JsonNode job = ordered;
    while (job.path("state").asString().equals("RUNNING")) {
      Thread.sleep(100);
      byte[] now = employers.get(employers.bank, job.path("self").asString()).body();
      job = Employers.MAPPER.readTree(new String(now, StandardCharsets.UTF_8));
    }
    api.check("List", job);
    assertThat(job.path("state").asString()).isEqualTo("COMPLETE");
    return job;
  }

  private static List<String> each(JsonNode job, String... path) {
    List<String> values = new ArrayList<>();
    for (JsonNode row : job.path("results")) {
      JsonNode at = row;
      for (String step : path) {
        at = at.path(step);
      }
      values.add(at.asString(""));
    }
    return values;
  }

  @Test
  void onlyFilesAsIssuedHaveTheirCertificatesVerdict() throws Exception {
    Bytes valid = issued(PublicSite.VALID);
    Bytes forged =
        files.file(
            registry.find(PublicSite.VALID).orElseThrow(),
            "李四",
            IssuedFiles.qr(registry.find(PublicSite.VALID).orElseThrow()));
    Map<String, Bytes> sent = new LinkedHashMap<>();
    sent.put("丛培元.pdf", valid);
    sent.put("已撤销.pdf", issued(PublicSite.REVOKED));
    sent.put("另存.pdf", SampleFiles.savedAgain(valid));
    sent.put("李四.pdf", SampleFiles.printed(forged));
    sent.put("打印.pdf", SampleFiles.printed(valid));
    sent.put("空白.pdf", blank());
    sent.put("密码.pdf", withPassword(valid));
    sent.put("说明.docx", Bytes.ofHex("504b03040a000000"));
    sent.put("坏的.pdf", Bytes.ofUtf8("%PDF-1.7\nnothing"));
    sent.put("=cmd()😀.pdf", valid);
    JsonNode job = answered(Zips.of(sent));
    assertThat(each(job, "outcome"))
        .as(job.toString())
        .containsExactly(
            "VALID",
            "REVOKED",
            "ALTERED",
            "ALTERED",
            "COPY",
            "NO_CERTIFICATE",
            "UNREADABLE",
            "UNREADABLE",
            "UNREADABLE",
            "VALID");
    assertThat(each(job, "file", "name")).containsExactlyElementsOf(sent.keySet());
    assertThat(each(job, "file", "sha256").get(0)).isEqualTo(Digest.of(valid).toHex());
    assertThat(each(job, "holderName")).startsWith("丛培元", "丛培元", "", "", "", "");
    assertThat(each(job, "file", "sentence").get(3)).contains("姓名");
    assertThat(each(job, "file", "sentence").get(6)).contains("密码");
    assertThat(job.path("results").get(9).path("duplicateOf").asInt()).isEqualTo(1);
    assertThat(job.toString()).doesNotContain("李四\"");
    keepsWhoAskedAndNoFile();
    sumsUpInExcel(job);
    saysSoOnTheReceipt(job);
  }

  private void keepsWhoAskedAndNoFile() {
    assertThat(
            jdbc.sql("select count(*) from bulk_row where file is not null")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(
            jdbc.sql("select distinct verdict from inquiry where code = ? and purpose = '投标'")
                .param(PublicSite.VALID.value())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("VALID", "ALTERED");
  }

  private void sumsUpInExcel(JsonNode job) throws Exception {
    byte[] excel = employers.get(employers.bank, job.path("answers").asString()).body();
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(excel))) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows.get(1).getCellText(1)).isEqualTo("文件");
      assertThat(rows.get(2).getCellText(1)).isEqualTo("丛培元.pdf");
      assertThat(rows.get(4).getCellText(3)).isEqualTo("不是签发的原文件");
      assertThat(rows.get(11).getCellText(1)).startsWith("'=cmd()");
      assertThat(rows.get(7).getCellText(2)).isEmpty();
    }
  }

  private void saysSoOnTheReceipt(JsonNode job) throws Exception {
    String address = job.path("receipt").asString();
    byte[] pdf = employers.get(employers.bank, address, "Accept", "application/pdf").body();
    Path file = Path.of("target", "pictures", "receipt-files.pdf");
    Files.createDirectories(file.getParent());
    Files.write(file, pdf);
    ReceiptFinding finding = receipts.check(Bytes.wrap(pdf));
    assertThat(finding).isInstanceOf(ReceiptFinding.Genuine.class);
    Receipt receipt = ((ReceiptFinding.Genuine) finding).receipt();
    api.check(
        "ReceiptContent",
        Employers.MAPPER.readTree(
            cn.zhixin.verification.receipts.ReceiptJson.write(receipt).toArray()));
    assertThat(receipt.counts()).containsEntry("VALID", 2).containsEntry("ALTERED", 2);
    assertThat(Objects.requireNonNull(receipt.answers().get(2).file()).finding())
        .isEqualTo("ALTERED");
    assertThat(receipt.answers().get(2).certificate()).isNull();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains("不是签发的原文件", "丛培元.pdf");
    }
  }

  @Test
  void showsNamesAsTheirSenderSeesThemAndUsesThemForNothing() throws Exception {
    Bytes blank = blank();
    Map<String, Bytes> sent = new LinkedHashMap<>();
    sent.put("证书/", Bytes.ofUtf8(""));
    sent.put("证书/龚𬭎.pdf", blank);
    sent.put("../../etc/passwd.pdf", blank);
    sent.put("/etc/x.pdf", blank);
    sent.put("__MACOSX/证书/._龚𬭎.pdf", blank);
    sent.put("证书/.DS_Store", blank);
    List<String> shown = List.of("证书/龚𬭎.pdf", "../../etc/passwd.pdf", "/etc/x.pdf");
    for (Charset names : List.of(Charset.forName("GB18030"), StandardCharsets.UTF_8)) {
      assertThat(each(answered(Zips.of(sent, names, false)), "file", "name"))
          .containsExactlyElementsOf(shown);
    }
    String turned = "证\u202efdp.exe";
    JsonNode job = answered(Zips.of(Map.of(turned, blank)));
    assertThat(each(job, "file", "name").get(0)).doesNotContain("\u202e").contains("fdp.exe");
  }

  @Test
  void refusesHostileArchivesWithWords() throws Exception {
    Bytes blank = blank();
    assertThat(reason(Zips.encrypted(Zips.of(Map.of("a.pdf", blank)))))
        .isEqualTo("encrypted-archive");
    Bytes inner = Bytes.wrap(Zips.of(Map.of("a.pdf", blank)));
    assertThat(reason(Zips.of(Map.of("b.pdf", inner)))).isEqualTo("nested-archive");
    assertThat(reason(Zips.of(Map.of("a/", Bytes.ofUtf8(""))))).isEqualTo("no-files");
    assertThat(reason(Zips.of(Map.of()))).isEqualTo("no-files");
    Map<String, Bytes> many = new LinkedHashMap<>();
    for (int i = 0; i <= 500; i++) {
      many.put(i + ".pdf", blank);
    }
    assertThat(reason(Zips.of(many))).isEqualTo("too-many-files");
    for (int i = 0; i <= 10_000; i++) {
      many.put(i + "/", Bytes.ofUtf8(""));
    }
    assertThat(reason(Zips.of(many))).isEqualTo("too-many-files");
    assertThat(reason(Zips.of(Map.of("a.pdf", Bytes.wrap(new byte[2 << 20])))))
        .isEqualTo("unpacks-too-much");
    Map<String, Bytes> large = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      large.put(i + ".pdf", Bytes.wrap(twentiethRandom(10 << 20)));
    }
    assertThat(reason(Zips.of(large))).isEqualTo("unpacks-too-much");
    byte[] whole = Zips.of(Map.of("a.pdf", blank));
    assertThat(reason(java.util.Arrays.copyOf(whole, whole.length / 2))).isEqualTo("damaged");
    byte[] oversized = java.util.Arrays.copyOf(whole, (20 << 20) + 1);
    assertThat(reason(oversized)).isEqualTo("too-large");
  }

  /** Packs to a twentieth. */
  private static byte[] twentiethRandom(int size) {
    byte[] bytes = new byte[size];
    byte[] random = new byte[size / 25];
    new Random(1).nextBytes(random);
    for (int i = 0; i < random.length; i++) {
      bytes[i * 25] = random[i];
    }
    return bytes;
  }

  private String reason(byte[] zip) throws Exception {
    HttpResponse<String> response = post(zip);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    return Employers.json(response).path("reason").asString();
  }

  @Test
  void visitorsAreAnsweredWhileListsOfFilesWait() throws Exception {
    Bytes valid = issued(PublicSite.VALID);
    Map<String, Bytes> sent = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      sent.put(i + ".pdf", i % 2 == 0 ? valid : SampleFiles.savedAgain(valid));
    }
    HttpResponse<String> ordered = post(Zips.of(sent));
    assertThat(ordered.statusCode()).isEqualTo(202);
    HttpRequest visit =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/files"))
            .header("Content-Type", "application/pdf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(valid.toArray()))
            .build();
    for (int i = 0; i < 5; i++) {
      HttpResponse<String> visitor =
          HttpClient.newHttpClient().send(visit, HttpResponse.BodyHandlers.ofString());
      assertThat(visitor.statusCode()).as(visitor.body()).isEqualTo(200);
    }
    JsonNode job = ended(Employers.json(ordered));
    assertThat(job.path("counts").path("VALID").asInt()).isEqualTo(10);
    assertThat(job.path("counts").path("ALTERED").asInt()).isEqualTo(10);
  }
}
