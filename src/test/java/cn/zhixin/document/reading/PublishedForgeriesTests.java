package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.encoding.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Forged signed documents that were published in 2019 and that common viewers called valid. */
class PublishedForgeriesTests {
  private static final Path FORGERIES =
      Path.of(System.getProperty("zhixin.shared", "../shared"), "corpora", "pdf-forgeries");

  @Test
  void noneIsReadAsSoundAndEachFailsOverItsSignature() throws Exception {
    ExternalTools.requireThat(Files.isDirectory(FORGERIES), FORGERIES + " is not there");
    try (Stream<Path> files = Files.list(FORGERIES)) {
      List<Path> forgeries = files.sorted(Comparator.naturalOrder()).toList();
      assertThat(forgeries).isNotEmpty();
      for (Path forgery : forgeries) {
        assertThat(new CertificatePdfReader().read(Bytes.wrap(Files.readAllBytes(forgery))))
            .as(forgery.getFileName().toString())
            .isInstanceOfSatisfying(
                RefusedPdf.class,
                refused ->
                    assertThat(refused.reason())
                        .isIn(
                            PdfFault.NO_SIGNATURE,
                            PdfFault.SEVERAL_SIGNATURES,
                            PdfFault.BYTES_OUTSIDE_SIGNATURE,
                            PdfFault.SIGNATURE_MALFORMED,
                            PdfFault.INCREMENTAL_UPDATE));
      }
    }
  }
}
