package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.Certificates;
import cn.zhixin.document.CompiledTemplate;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.TestAuthority;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads what the renderer writes, sound and altered. */
class OwnCertificatesTests {
  private static final CertificatePdfReader READER = new CertificatePdfReader();

  private static final String[] NAMES = {
    "丛培元", "𬭎𬬻𬱖", "㛃龑䶮", "𠅤子", "古丽巴哈尔·阿卜杜热合曼",
  };

  private static CompiledTemplate template;
  private static DocumentContent content;
  private static RenderedDocument sound;
  private static CertificatePdf soundReading;

  @BeforeAll
  static void issue() throws Exception {
    template = Certificates.plain();
    content = Certificates.content(Certificates.photo());
    sound = render(content);
    soundReading = (CertificatePdf) READER.read(sound.pdf());
  }

  private static RenderedDocument render(DocumentContent certificate) throws Exception {
    return template.newRenderer(new TestAuthority().newSigner()).render(certificate);
  }

  @Test
  void readsBackWhatWasIssued() throws Exception {
    for (String name : NAMES) {
      for (Bytes photo : new Bytes[] {null, Certificates.photo()}) {
        DocumentContent issued =
            Certificates.content(photo, "holderName", name, "identityNumber", "37100219870615001X");
        RenderedDocument document = render(issued);

        CertificatePdf read = (CertificatePdf) READER.read(document.pdf());

        assertThat(read.credential()).isEqualTo(issued.credential());
        assertThat(read.ledgerProof()).isEqualTo(issued.ledgerProof());
        assertThat(read.qrText()).isEqualTo(issued.qr().text());
        assertThat(read.pageText()).contains(name, "37100219870615001X", Certificates.ISSUER);
        assertThat(read.cms().at(0)).isEqualTo((byte) 0x30);
      }
    }
  }

  @Test
  void everySampledChangedByteIsFound() {
    Random random = new Random(5280);
    int refused = 0;
    for (int i = 0; i < 400; i++) {
      byte[] changed = sound.pdf().toArray();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));

      if (READER.read(Bytes.wrap(changed)) instanceof CertificatePdf read) {
        assertThat(differs(read)).isTrue();
      } else {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static boolean differs(CertificatePdf read) {
    return !read.signedRanges().equals(soundReading.signedRanges())
        || !read.cms().equals(soundReading.cms());
  }

  @Test
  void anIncrementalUpdateIsRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(sound.pdf().toArray())) {
      COSDictionary page = document.getPage(0).getCOSObject();
      page.setInt(COSName.ROTATE, 180);
      page.setNeedToBeUpdated(true);
      document.saveIncremental(out);
    }

    assertThat(READER.read(Bytes.wrap(out.toByteArray())))
        .isInstanceOfSatisfying(
            RefusedPdf.class,
            refused -> assertThat(refused.reason()).isEqualTo(PdfFault.BYTES_OUTSIDE_SIGNATURE));
  }

  @Test
  void aFileWrittenAnewIsRefusedOrHasAnotherDigest() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = Loader.loadPDF(sound.pdf().toArray())) {
      document.save(out);
    }

    assertThat(READER.read(Bytes.wrap(out.toByteArray()))).isInstanceOf(RefusedPdf.class);
  }

  @Test
  void aCredentialOfAnotherCertificateChangesTheSignedDigest() {
    byte[] other = content.credential().toArray();
    other[7] ^= 1;
    byte[] swapped =
        latin1(sound.pdf().toArray())
            .replace(latin1(content.credential().toArray()), latin1(other))
            .getBytes(StandardCharsets.ISO_8859_1);

    CertificatePdf read = (CertificatePdf) READER.read(Bytes.wrap(swapped));

    assertThat(read.credential()).isEqualTo(Bytes.wrap(other));
    assertThat(read.signedRanges()).isNotEqualTo(soundReading.signedRanges());
  }

  @Test
  void aChangedByteOfTheProofChangesTheSignedDigest() {
    byte[] file = sound.pdf().toArray();
    int proof = latin1(file).indexOf(latin1(content.ledgerProof().toArray()));
    for (int at = 0; at < content.ledgerProof().size(); at++) {
      byte[] changed = file.clone();
      changed[proof + at] ^= 1;

      // a byte that begins a filter's name, say, is refused before it is read
      if (READER.read(Bytes.wrap(changed)) instanceof CertificatePdf read) {
        assertThat(read.ledgerProof()).isNotEqualTo(content.ledgerProof());
        assertThat(read.signedRanges()).isNotEqualTo(soundReading.signedRanges());
      }
    }
  }

  @Test
  void aTruncatedFileIsRefused() {
    for (int size = 0; size < sound.pdf().size(); size += 997) {
      assertThat(READER.read(sound.pdf().slice(0, size))).isInstanceOf(RefusedPdf.class);
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
