package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.Organisations;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.files.EmployerFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.receipts.ReceiptCheck;
import cn.zhixin.verification.web.ApiSchemas;
import cn.zhixin.verification.web.PublicClient;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists of files as an employer's program sends them. */
@SpringBootTest(
    classes = EmployerFileSite.class,
    properties = {
      "zhixin.database.embedded=false",
      "zhixin.redis.embedded=false",
      "zhixin.verification.public-address=https://zc.example.cn"
    },
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class FilesAsAList {
  static final String ZIP = "application/zip";
  static IssuedFiles files;

  @LocalServerPort int port;
  @Autowired Organisations organisations;
  @Autowired ApiKeys keys;
  @Autowired FakeRegistry registry;
  @Autowired ReleasedFiles released;
  @Autowired ReceiptCheck receipts;
  @Autowired DataSource database;

  Employers employers;
  JdbcClient jdbc;
  ApiSchemas api;

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

  Bytes issued(VerificationCode code) throws Exception {
    Certificate certificate = registry.find(code).orElseThrow();
    Bytes file = files.file(certificate);
    released.release(file, code);
    return file;
  }

  static Bytes withPassword(Bytes pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(SampleFiles.printed(pdf).toArray())) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      return saved(document);
    }
  }

  static Bytes blank() throws Exception {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      return saved(document);
    }
  }

  static Bytes saved(PDDocument document) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return Bytes.wrap(out.toByteArray());
  }

  HttpResponse<String> post(byte[] zip) throws Exception {
    HttpResponse<String> answer =
        employers.post(
            employers.bank.secret().reveal(), ZIP, zip, "Zhixin-Purpose", "%E6%8A%95%E6%A0%87");
    api.check("post", "/api/v1/bulk", answer);
    return answer;
  }

  JsonNode answered(byte[] zip) throws Exception {
    HttpResponse<String> ordered = post(zip);
    assertThat(ordered.statusCode()).as(ordered.body()).isIn(200, 202);
    return ended(Employers.json(ordered));
  }

  JsonNode ended(JsonNode ordered) throws Exception {
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

  static List<String> each(JsonNode job, String... path) {
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
}
