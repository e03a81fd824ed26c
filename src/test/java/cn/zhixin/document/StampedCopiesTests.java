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
import java.nio.file.Files;
import java.nio.file.Path;
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

class StampedCopiesTests {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final DocumentSigner AUTHORITY = new TestAuthority().newSigner();
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
        .newRenderer(AUTHORITY)
        .render(Certificates.content(Certificates.photo()))
        .pdf();
  }

  @Test
  void isNoCertificateAndCarriesTheOneItCopiesUnchanged() throws Exception {
    Bytes original = certificate("official-landscape");
    Bytes copy = COPIES.make(original, stamp("投标 威海港三期工程"), AUTHORITY).pdf();

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

  @Test
  void isSignedAsAWhole() throws Exception {
    Path file = folder.resolve("copy.pdf");
    Files.write(
        file,
        COPIES.make(certificate("official-landscape"), stamp("入职"), AUTHORITY).pdf().toArray());
    String said = ExternalTools.run(ExternalTools.require("pdfsig"), "-nocert", file).output();
    assertThat(said).contains("Signature is Valid", "Total document signed");
  }

  @Test
  void leavesNameTitlePicturesAndSealAsTheyAre() throws Exception {
    for (String template : List.of("official-landscape", "official-landscape-bilingual")) {
      Bytes original = certificate(template);
      String purpose = "参加二〇二六年度全省高层次人才分类认定及住房补贴申领".repeat(2).substring(0, 50);
      Bytes copy = COPIES.make(original, stamp(purpose), AUTHORITY).pdf();
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
    assertThat(COPIES.make(original, stamp("𬭎龑䶮𠅤 公司入职"), AUTHORITY).pdf().size()).isPositive();
    assertThatThrownBy(() -> COPIES.make(original, stamp("入职 😀"), AUTHORITY))
        .isInstanceOfSatisfying(
            ContentRefused.class,
            refused ->
                assertThat(refused.refusal())
                    .isEqualTo(new Refusal.MissingGlyph("stamp", 0x1F600)));
  }
}
