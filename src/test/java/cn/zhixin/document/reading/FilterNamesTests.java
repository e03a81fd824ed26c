package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class FilterNamesTests {
  private static final CertificatePdfReader READER = new CertificatePdfReader();

  private static String reason(SamplePdf pdf) {
    return READER.read(pdf.bytes()) instanceof RefusedPdf refused
        ? refused.reason().code()
        : "read";
  }

  private static SamplePdf sample() throws Exception {
    return new SamplePdf();
  }

  private static String deflated(String text) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /** Base64 has letters and slashes, and a line of it may end anywhere. */
  @Test
  void aProofInWhichAnAbbreviationStandsByChanceIsRead() throws Exception {
    for (String chance : new String[] {"/F/RL\n", "/F/RL/", "/Filter/LZW\n", "x/F/CCF\n/F/RL\n"}) {
      String proof = SamplePdf.LEDGER_PROOF.replace("signature line", "abc" + chance + "def");
      SamplePdf pdf = sample().stream(SamplePdf.PROOF_ATTACHMENT, "/Type/EmbeddedFile", proof);
      assertThat(READER.read(pdf.bytes()))
          .as(chance)
          .isInstanceOfSatisfying(
              CertificatePdf.class,
              read -> assertThat(read.ledgerProof()).isEqualTo(SamplePdf.bytes(proof)));
    }
  }

  @Test
  void aCredentialInWhichOneStandsByChanceIsReadToo() throws Exception {
    assertThat(reason(sample().stream(SamplePdf.ATTACHMENT, "", "\u0007<<\u00ff/F/RL \u0001")))
        .isEqualTo("read");
    assertThat(
            reason(
                sample().stream(
                    SamplePdf.CONTENT, "/Filter/FlateDecode", deflated("q Q % /F/RL here"))))
        .isEqualTo("read");
  }

  @Test
  void anAbbreviationInADictionaryIsRefused() throws Exception {
    for (String filter : new String[] {"/F/RL", "/Filter[/LZW]", "/Filter /#52L", "/F [ /CCF ]"}) {
      assertThat(reason(sample().stream(SamplePdf.CONTENT, filter, "x")))
          .as(filter)
          .isEqualTo("COMPRESSION_REFUSED");
    }
  }

  @Test
  void anObjectHiddenInDataIsRefused() throws Exception {
    String hidden = "19 0 obj\n<</F/RL/Length 1>>";
    for (String data : new String[] {hidden, "19%c\n0 %c\nobj<</F/RL>>"}) {
      assertThat(reason(sample().stream(SamplePdf.ATTACHMENT, "", data)))
          .isEqualTo("COMPRESSION_REFUSED");
    }
  }

  @Test
  void anObjectStreamOrInlineImageWithOneIsRefused() throws Exception {
    for (String content :
        new String[] {
          "19 0 <</F/RL>>", "%c\n19 0 <</F/RL>>", "q BI/W 1/F/RL ID x EI", "[]BI /F /LZW ID"
        }) {
      assertThat(
              reason(sample().stream(SamplePdf.CONTENT, "/Filter/FlateDecode", deflated(content))))
          .as(content)
          .isEqualTo("COMPRESSION_REFUSED");
    }
    assertThat(reason(sample().stream(SamplePdf.CONTENT, "", "q BI/W 1/F/RL ID x EI Q")))
        .isEqualTo("COMPRESSION_REFUSED");
  }

  @Test
  void aLongNameIsRefusedEverywhere() throws Exception {
    assertThat(reason(sample().stream(SamplePdf.ATTACHMENT, "", "/LZWDecode")))
        .isEqualTo("COMPRESSION_REFUSED");
  }
}
