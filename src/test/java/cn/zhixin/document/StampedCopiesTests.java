package cn.zhixin.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ExternalTools;
import cn.zhixin.document.reading.CertificatePdf;
import cn.zhixin.document.reading.CertificatePdfReader;
import cn.zhixin.document.reading.PdfFault;
import cn.zhixin.document.reading.RefusedPdf;
import cn.zhixin.encoding.Bytes;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class StampedCopiesTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final StampedCopies COPIES = StampedCopies.bundled();

  @TempDir private Path folder;

  static Stamp stamp(String purpose) {
    return new Stamp(
        "职称证书加注件",
        List.of("仅用于 " + purpose, "2026年11月25日 · 有效至 2026年12月25日 · 加注编号 7K3M-9QPX"),
        List.of(
            "用途加注件（不是证书原件）　加注编号 7K3M-9QPX",
            "仅用于 " + purpose,
            "2026年11月25日加注，有效至 2026年12月25日。过期、撤销后或用于其他用途均无效。",
            "扫描右侧二维码，或打开 https://zc.weihai.example/s/7K3M9QPX2RTV4WZC7K3M 核对本件与证书现状。",
            "证书原件在本文件附件 certificate.pdf 中，其电子签名可单独查验。"),
        new QrText("https://zc.weihai.example/s/", "7K3M9QPX2RTV4WZC7K3M", ""),
        List.of("丛培元", "高级工程师"),
        Certificates.TIME);
  }

  private static Bytes certificate(String template) throws ContentRefused {
    return Certificates.official(template)
        .newRenderer(AUTHORITY.newSigner())
        .render(Certificates.content(Certificates.photo()))
        .pdf();
  }

  @Test
  void isNoCertificateAndCarriesTheOneItCopiesUnchanged() throws Exception {
    Bytes original = certificate("official-landscape");
    Bytes copy = COPIES.make(original, stamp("投标 威海港三期工程"), AUTHORITY.newSigner()).pdf();

    assertThat(new CertificatePdfReader().read(copy))
        .isInstanceOfSatisfying(
            RefusedPdf.class,
            refused -> assertThat(refused.reason()).isEqualTo(PdfFault.STAMPED_COPY));
    try (PDDocument document = Loader.loadPDF(copy.toArray())) {
      PDEmbeddedFilesNameTreeNode files =
          new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles();
      PDComplexFileSpecification file =
          requireNonNull(requireNonNull(files.getNames()).get(StampedCopies.ORIGINAL));
      Bytes attached = Bytes.wrap(file.getEmbeddedFile().toByteArray());
      assertThat(attached).isEqualTo(original);
      assertThat(new CertificatePdfReader().read(attached)).isInstanceOf(CertificatePdf.class);
      assertThat(new PDFTextStripper().getText(document))
          .contains("丛培元", "高级工程师", "仅用于 投标 威海港三期工程", "加注编号 7K3M-9QPX", "/s/7K3M9QPX");
    }
  }

  /** One of each template. */
  static List<Bytes> copies() throws ContentRefused {
    List<Bytes> copies = new ArrayList<>();
    for (String template : templates()) {
      copies.add(COPIES.make(certificate(template), stamp("投标 𬭎龑港"), AUTHORITY.newSigner()).pdf());
    }
    return copies;
  }

  private static List<String> templates() {
    File[] folders = requireNonNull(Path.of("templates").toFile().listFiles(File::isDirectory));
    return Arrays.stream(folders).map(File::getName).sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("copies")
  void compliesWithPdfA3aAndPdfUa1(Bytes pdf) throws Exception {
    assertThat(VeraPdf.brokenRules(pdf, PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("copies")
  void isAPadesBaselineBCertificationThatPermitsNoChange(Bytes pdf) throws Exception {
    assertThat(DssValidation.of(pdf, AUTHORITY))
        .isEqualTo(
            new DssValidation("PAdES-BASELINE-B", "TOTAL_PASSED", "NO_CHANGE_PERMITTED", true, 1));
  }

  @ParameterizedTest
  @MethodSource("copies")
  void satisfiesQpdf(Bytes pdf) throws Exception {
    Path file = Files.write(folder.resolve("copy.pdf"), pdf.toArray());
    assertThat(ExternalTools.run(ExternalTools.require("qpdf"), "--check", file).exit()).isZero();
  }

  @Test
  void theStampIsReadBeforeTheCertificateWhichIsReadAsIssued() throws Exception {
    for (String template : templates()) {
      Bytes original = certificate(template);
      Bytes copy = COPIES.make(original, stamp("入职"), AUTHORITY.newSigner()).pdf();
      List<String> lines = ReadAloud.of(copy);
      Stamp stamp = stamp("入职");
      assertThat(lines.subList(0, 5))
          .isEqualTo(stamp.below().stream().map(line -> "P " + line).toList());
      assertThat(lines.get(5)).isEqualTo("Figure 二维码，通向 " + stamp.address().text());
      List<String> issued =
          ReadAloud.of(original).stream()
              .map(line -> line.replaceFirst("^Form ", "Figure "))
              .toList();
      assertThat(lines.subList(6, lines.size() - 1)).isEqualTo(issued);
      assertThat(lines.get(lines.size() - 1)).isEqualTo("Form 本加注件制作者的电子签名");
      assertThat(ReadAloud.elementOfField(copy)).isEqualTo("Form 本加注件制作者的电子签名");
    }
  }

  @Test
  void saysInItsMetadataThatItIsACopyAndKeepsNothingElseOfTheCertificates() throws Exception {
    for (Bytes copy : copies()) {
      String text = new String(copy.toArray(), StandardCharsets.UTF_8);
      assertThat(text).contains("职称证书加注件</rdf:li>").doesNotContain("credential.cose");
      try (PDDocument document = Loader.loadPDF(copy.toArray())) {
        assertThat(document.getSignatureDictionaries()).hasSize(1);
        assertThat(document.getDocumentCatalog().getLanguage()).startsWith("zh");
      }
    }
  }

  @Test
  void isSignedAsAWhole() throws Exception {
    Path file = folder.resolve("copy.pdf");
    Files.write(
        file,
        COPIES
            .make(certificate("official-landscape"), stamp("入职"), AUTHORITY.newSigner())
            .pdf()
            .toArray());
    String said = ExternalTools.run(ExternalTools.require("pdfsig"), "-nocert", file).output();
    assertThat(said).contains("Signature is Valid", "Total document signed");
  }

  @Test
  void leavesNameTitlePicturesAndSealAsTheyAre() throws Exception {
    for (String template : List.of("official-landscape", "official-landscape-bilingual")) {
      Bytes original = certificate(template);
      String purpose = "参加二〇二六年度全省高层次人才分类认定及住房补贴申领".repeat(2).substring(0, 50);
      Bytes copy = COPIES.make(original, stamp(purpose), AUTHORITY.newSigner()).pdf();
      Files.createDirectories(PICTURES);
      BufferedImage before = picture(original);
      BufferedImage after = picture(copy);
      ImageIO.write(after, "png", PICTURES.resolve("stamped-" + template + ".png").toFile());
      assertThat(after.getWidth()).isEqualTo(before.getWidth());
      int changed = 0;
      for (int y = 0; y < before.getHeight(); y++) {
        for (int x = 0; x < before.getWidth(); x++) {
          int was = before.getRGB(x, y);
          if (was != after.getRGB(x, y)) {
            changed++;
            assertThat(luminance(after.getRGB(x, y)))
                .as("the stamp stays pale where the page was")
                .isGreaterThan(luminance(was) * 0.6);
          }
        }
      }
      assertThat(changed).isGreaterThan(before.getWidth() * before.getHeight() / 200);
    }
  }

  private static double luminance(int rgb) {
    return 0.3 * (rgb >> 16 & 255) + 0.59 * (rgb >> 8 & 255) + 0.11 * (rgb & 255) + 1;
  }

  private static BufferedImage picture(Bytes pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      return new PDFRenderer(document).renderImageWithDPI(0, 100);
    }
  }

  @Test
  void drawsRareCharactersAndRefusesThoseOfNoFont() throws Exception {
    Bytes original = certificate("official-landscape");
    assertThat(COPIES.make(original, stamp("𬭎龑䶮𠅤 公司入职"), AUTHORITY.newSigner()).pdf().size())
        .isPositive();
    assertThatThrownBy(() -> COPIES.make(original, stamp("入职 😀"), AUTHORITY.newSigner()))
        .isInstanceOfSatisfying(
            ContentRefused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new Refusal.MissingGlyph("stamp", 0x1F600)));
  }
}
