package cn.zhixin.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What others' validators say of our files. */
class StandardsTests {
  private static final TestAuthority AUTHORITY = new TestAuthority();
  private static final CompiledTemplate PLAIN = Certificates.plain();

  static Stream<DocumentContent> certificates() {
    return Stream.of(
        Certificates.content(Certificates.photo()),
        Certificates.content(null),
        Certificates.content(null, "holderName", "古丽巴哈尔·阿卜杜热合曼"),
        Certificates.content(Certificates.photo(), "holderName", "𬭎𬬻𬱖㛃龑䶮𠅤", "employer", ""),
        Certificates.content(
            null,
            "employer",
            "中国（上海）自由贸易试验区临港新片区智能制造与高端装备协同创新研究院有限责任公司第二分公司",
            "committee",
            "新疆维吾尔自治区巴音郭楞蒙古自治州工程技术系列水利水电专业高级职称评审委员会"));
  }

  private static Bytes render(DocumentContent content) throws ContentRefused {
    return PLAIN.newRenderer(AUTHORITY.newSigner()).render(content).pdf();
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void compliesWithPdfA3aAndPdfUa1(DocumentContent content) throws Exception {
    assertThat(VeraPdf.brokenRules(render(content), PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("certificates")
  void isAPadesBaselineBCertificationThatPermitsNoChange(DocumentContent content) throws Exception {
    assertThat(DssValidation.of(render(content), AUTHORITY))
        .isEqualTo(
            new DssValidation("PAdES-BASELINE-B", "TOTAL_PASSED", "NO_CHANGE_PERMITTED", true, 1));
  }
}
