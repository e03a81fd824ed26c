package cn.zhixin.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What others' validators say of our files. */
class StandardsTests {
  @TempDir Path folder;

  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final List<CompiledTemplate> TEMPLATES =
      List.of(
          Certificates.plain(),
          Certificates.official("official-landscape"),
          Certificates.official("official-landscape-bilingual"));

  /** One certificate of each template for each content. */
  static List<Bytes> certificates() throws ContentRefused {
    List<Bytes> certificates = new ArrayList<>();
    for (CompiledTemplate template : TEMPLATES) {
      DocumentRenderer renderer = template.newRenderer(AUTHORITY.newSigner());
      for (DocumentContent content :
          List.of(
              Certificates.content(Certificates.photo()),
              Certificates.content(null, "holderName", "古丽巴哈尔·阿卜杜热合曼", "employer", ""),
              Certificates.content(Certificates.photo(), "holderName", "𬭎𬬻𬱖㛃龑䶮𠅤"),
              Certificates.content(null, Certificates.longest()))) {
        certificates.add(renderer.render(content).pdf());
      }
    }
    return certificates;
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void compliesWithPdfA3aAndPdfUa1(Bytes pdf) throws Exception {
    assertThat(VeraPdf.brokenRules(pdf, PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void isAPadesBaselineBCertificationThatPermitsNoChange(Bytes pdf) throws Exception {
    assertThat(DssValidation.of(pdf, AUTHORITY))
        .isEqualTo(
            new DssValidation("PAdES-BASELINE-B", "TOTAL_PASSED", "NO_CHANGE_PERMITTED", true, 1));
  }

  @Test
  void satisfiesQpdf() throws Exception {
    Path qpdf = ExternalTools.require("qpdf");
    for (Bytes pdf : certificates()) {
      Path file = Files.write(folder.resolve("certificate.pdf"), pdf.toArray());
      assertThat(ExternalTools.run(qpdf, "--check", file).exit()).isZero();
    }
  }

  /** The seal lies over them, and its letters stand at all angles. */
  @Test
  void givesPopplerItsLinesWithoutTheSealsLetters() throws Exception {
    Path pdftotext = ExternalTools.require("pdftotext");
    for (Bytes pdf : certificates()) {
      Path file = Files.write(folder.resolve("certificate.pdf"), pdf.toArray());
      for (String mode : List.of("-layout", "-raw", "-nopgbrk")) {
        String text = ExternalTools.run(pdftotext, mode, file, "-").output();
        assertThat(text).doesNotContain("专用章").contains(Certificates.ISSUER);
        assertThat(text.lines().filter(line -> line.strip().length() == 1))
            .as(mode)
            .doesNotContain(Certificates.ISSUER.split(""));
      }
    }
  }

  @Test
  void isTotallySignedForPoppler() throws Exception {
    Path pdfsig = ExternalTools.require("pdfsig");
    for (Bytes pdf : certificates()) {
      Path file = Files.write(folder.resolve("certificate.pdf"), pdf.toArray());
      assertThat(ExternalTools.run(pdfsig, "-nocert", file).output())
          .contains("Total document signed", "Signature is Valid");
    }
  }
}
