package cn.zhixin.verification.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.document.DssValidation;
import cn.zhixin.document.ReadAloud;
import cn.zhixin.document.Report;
import cn.zhixin.document.ReportRenderer;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.document.VeraPdf;
import cn.zhixin.document.reading.ReceiptPdf;
import cn.zhixin.document.reading.ReceiptPdfReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Receipts as documents: what others' validators say of them, and what is read aloud. */
class ReceiptDocumentsTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final TestAuthority AUTHORITY = new TestAuthority();

  @TempDir private Path folder;

  private static Bytes pdf(Receipt receipt, Language language) {
    Report report = SampleReceipts.report(receipt, language);
    return new ReportRenderer().render(report, AUTHORITY.newSigner()).pdf();
  }

  static List<Bytes> receipts() {
    List<Bytes> receipts = new ArrayList<>();
    for (Language language : Language.values()) {
      receipts.add(pdf(SampleReceipts.ofOne(SampleReceipts.summary(4)), language));
      receipts.add(pdf(SampleReceipts.ofOne(null), language));
      receipts.add(pdf(SampleReceipts.ofList(50), language));
    }
    return receipts;
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void compliesWithPdfA3aAndPdfUa1(Bytes pdf) throws Exception {
    assertThat(VeraPdf.brokenRules(pdf, PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("receipts")
  void isAPadesBaselineBCertificationThatPermitsNoChange(Bytes pdf) throws Exception {
    assertThat(DssValidation.of(pdf, AUTHORITY))
        .isEqualTo(
            new DssValidation("PAdES-BASELINE-B", "TOTAL_PASSED", "NO_CHANGE_PERMITTED", true, 1));
  }

  @Test
  void satisfiesQpdf() throws Exception {
    Path qpdf = ExternalTools.require("qpdf");
    for (Bytes pdf : receipts()) {
      Path file = Files.write(folder.resolve("receipt.pdf"), pdf.toArray());
      assertThat(ExternalTools.run(qpdf, "--check", file).exit()).isZero();
    }
  }

  @Test
  void namesEveryCertificateThatAnOfflineCheckNeeds() throws Exception {
    Receipt receipt = SampleReceipts.ofOne(SampleReceipts.summary(2));
    assertThat(notes(receipt, Language.CHINESE, true)).contains("--trust 报告密钥证书 --trust 时间戳机构根证书");
    assertThat(notes(receipt, Language.ENGLISH, true)).contains("--trust ROOT-OF-THE-TIME-STAMPS");
    assertThat(notes(receipt, Language.CHINESE, false)).doesNotContain("时间戳");
  }

  private static String notes(Receipt receipt, Language language, boolean stamped) {
    return String.join("\n", SampleReceipts.report(receipt, language, stamped).notes().sentences());
  }

  @Test
  void saysWhatWasAskedByWhomWhyAndWhenAndWhatTheAnswerWas() throws Exception {
    Bytes pdf = pdf(SampleReceipts.ofOne(SampleReceipts.summary(2)), Language.CHINESE);
    assertThat(ReadAloud.of(pdf))
        .startsWith(
            "H1 职称证书核验报告",
            "P 当时的答复：证书有效",
            "P 以上是 2026年11月25日 11:04:05 北京时间登记的状态，不是现在的状态。",
            "Figure 二维码，通向 https://zc.weihai.example/v/VRVFK7P3RS6QTFS0",
            "P 扫码看最新状态",
            "H2 问的是什么",
            "TH 报告编号",
            "TD HB20261125-7K3M9QPX2RTV",
            "TH 查询人",
            "TD 未登录的访问者（未核实身份）",
            "TH 用途",
            "TD 没有说明",
            "TH 查询时间",
            "TD 2026年11月25日 11:04:00 北京时间",
            "TH 查验网站",
            "TD https://zc.weihai.example",
            "TH 查询内容",
            "TD 查验码 VRVF-K7P3-RS6Q-TFS0 的证书",
            "TH 报告出具时间",
            "TD 2026年11月25日 11:04:06 北京时间",
            "H2 当时的答复",
            "TH 答复",
            "TD 有效",
            "TH 状态截至",
            "TD 2026年11月25日 11:04:05 北京时间",
            "TH 持证人",
            "TD 𬭎龑䶮𠅤")
        .contains("TD 正高级工艺美术师（工业设计）", "H2 说明")
        .last()
        .isEqualTo("Form 查验网站对本报告的电子签名");
    assertThat(ReadAloud.elementOfField(pdf)).isEqualTo("Form 查验网站对本报告的电子签名");
  }

  @Test
  void saysTheSameInEnglishAndMarksWhatIsChinese() throws Exception {
    Bytes pdf = pdf(SampleReceipts.ofList(3), Language.ENGLISH);
    assertThat(ReadAloud.of(pdf, "zh-CN"))
        .contains("TD 𬭎龑䶮𠅤", "TD 投标 威海港三期工程资格审查")
        .doesNotContain("TD A list of 3 rows");
    assertThat(ReadAloud.of(pdf))
        .contains(
            "H1 Receipt of verification",
            "P 3 rows: Revoked\u00a01, Valid\u00a02",
            "P This was on record at the time in each row; it is not the present state.",
            "TD 威海市海岳智能装备有限公司 (unified social credit code 91371000MA3C000000)",
            "TD 投标 威海港三期工程资格审查",
            "TD 25 November 2026, 11:04:00 Beijing time",
            "TD A list of 3 rows",
            "H2 The answers at that time, row by row",
            "TD 𬭎龑䶮𠅤",
            "TD Professorate senior arts and crafts artist");
  }

  @Test
  void everyCellIsReadInFullInTheOrderOfTheRows() throws Exception {
    Receipt receipt = SampleReceipts.ofList(50);
    List<String> expected = new ArrayList<>();
    for (List<String> row : rows(receipt)) {
      expected.add("TH " + row.get(0));
      row.stream()
          .skip(1)
          .filter(cell -> !cell.isEmpty())
          .forEach(cell -> expected.add("TD " + cell));
    }
    assertThat(expected).contains("TD 王😀伟", "TD 古丽巴哈尔·阿卜杜热合曼·麦麦提吐尔逊江·买买提");
    for (Language language : Language.values()) {
      Bytes pdf = pdf(receipt, language);
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve("receipt-50-" + language.tag() + ".pdf"), pdf.toArray());
      if (language == Language.CHINESE) {
        assertThat(ReadAloud.of(pdf)).containsSubsequence(expected);
      }
    }
  }

  private static List<List<String>> rows(Receipt receipt) {
    Report.Table table = SampleReceipts.report(receipt, Language.CHINESE).table();
    assertThat(table).isNotNull();
    return table == null ? List.of() : table.rows();
  }

  @Test
  void headingsOfTheTableAreReadOnce() throws Exception {
    List<String> lines = ReadAloud.of(pdf(SampleReceipts.ofList(120), Language.CHINESE));
    assertThat(lines).filteredOn(line -> line.equals("TH 持证人")).hasSize(1);
    assertThat(lines).noneMatch(line -> line.contains("1 / "));
  }

  @Test
  void nothingOfALineIsLostForTextExtraction() throws Exception {
    Path tool = ExternalTools.require("pdftotext");
    Receipt receipt = SampleReceipts.ofList(50);
    Path file = folder.resolve("receipt.pdf");
    Files.write(file, pdf(receipt, Language.CHINESE).toArray());
    String text = ExternalTools.run(tool, "-raw", file, "-").output().replaceAll("\\s", "");
    for (List<String> row : rows(receipt)) {
      for (String cell : row) {
        assertThat(text).contains(cell.replaceAll("\\s", ""));
      }
    }
  }

  /** The longest that is made; a reader finds its way by bookmarks. */
  @Test
  void tenThousandRowsAreAsSoundAsOne() throws Exception {
    Bytes pdf = pdf(SampleReceipts.ofList(10_000), Language.CHINESE);
    assertThat(pdf.size()).isLessThan(6 << 20);
    assertThat(new ReceiptPdfReader().read(pdf)).isInstanceOf(ReceiptPdf.class);
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      PDDocumentOutline outline = document.getDocumentCatalog().getDocumentOutline();
      List<String> titles = new ArrayList<>();
      outline.children().forEach(item -> titles.add(item.getTitle()));
      assertThat(titles).containsExactly("问的是什么", "当时的逐行答复", "说明");
      PDOutlineItem rows = outline.getFirstChild().getNextSibling();
      assertThat(rows.getFirstChild().getTitle()).startsWith("1–");
      assertThat(rows.getLastChild().getTitle()).endsWith("–10000");
    }
    Path file = Files.write(folder.resolve("receipt.pdf"), pdf.toArray());
    assertThat(ExternalTools.run(ExternalTools.require("qpdf"), "--check", file).exit()).isZero();
  }

  /**
   * Validators take ten seconds for ten thousand rows; these are as many as fill several streams.
   */
  @Test
  void longListsComplyWithPdfUa1() throws Exception {
    Bytes pdf = pdf(SampleReceipts.ofList(1_000), Language.ENGLISH);
    assertThat(VeraPdf.brokenRules(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
  }
}
