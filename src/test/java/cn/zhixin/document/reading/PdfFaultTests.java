package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PdfFaultTests {
  private final CertificatePdfReader reader = new CertificatePdfReader();

  @TestFactory
  List<DynamicTest> refusesEachFaultForItsReason() throws Exception {
    return FaultyPdfs.examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () ->
                        assertThat(reader.read(example.getValue().file()))
                            .isInstanceOfSatisfying(
                                RefusedPdf.class,
                                refused ->
                                    assertThat(refused.reason())
                                        .as(refused.detail())
                                        .isEqualTo(example.getValue().reason()))))
        .toList();
  }

  @Test
  void everyReasonHasAnExampleAndTwoSentences() throws Exception {
    Set<PdfFault> shown = EnumSet.noneOf(PdfFault.class);
    FaultyPdfs.examples().values().forEach(example -> shown.add(example.reason()));
    // only a receipt can lack its receipt
    ReceiptReading certificate = new ReceiptPdfReader().read(new SamplePdf().bytes());
    assertThat(certificate)
        .isInstanceOfSatisfying(
            ReceiptReading.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(PdfFault.NO_RECEIPT));
    shown.add(PdfFault.NO_RECEIPT);

    assertThat(shown).containsExactlyInAnyOrder(PdfFault.values());
    assertThat(PdfFault.values())
        .allSatisfy(
            fault -> {
              assertThat(fault.english()).endsWith(".").isASCII();
              assertThat(fault.chinese()).endsWith("。");
            });
  }
}
