package cn.zhixin.verification.bulk.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import cn.zhixin.verification.receipts.Receipt;
import cn.zhixin.verification.receipts.ReceiptFinding;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Archives of certificate files as lists. */
class BulkFilesTests extends FilesAsAList {
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
