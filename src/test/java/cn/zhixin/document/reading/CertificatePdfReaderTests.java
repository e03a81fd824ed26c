package cn.zhixin.document.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CertificatePdfReaderTests {
  private final CertificatePdfReader reader = new CertificatePdfReader();

  @Test
  void readsEverythingThatACertificateCarries() throws Exception {
    String text = new SamplePdf().text();
    Bytes file = SamplePdf.bytes(text);

    CertificatePdf read = (CertificatePdf) reader.read(file);

    int gap = text.indexOf("/Contents<") + "/Contents".length();
    String signed = text.substring(0, gap) + text.substring(text.indexOf('>', gap) + 1);
    assertThat(read.signedRanges()).isEqualTo(Digest.of(SamplePdf.bytes(signed)));
    assertThat(read.cms()).isEqualTo(Bytes.ofHex(SamplePdf.CMS + "00".repeat(40)));
    assertThat(read.docMdpLevel()).isEqualTo(1);
    assertThat(read.credential()).isEqualTo(Bytes.ofUtf8(SamplePdf.CREDENTIAL));
    assertThat(read.ledgerProof()).isEqualTo(Bytes.ofUtf8(SamplePdf.LEDGER_PROOF));
    assertThat(read.qrText()).isEqualTo(SamplePdf.QR.text());
    assertThat(read.pageText().strip()).isEqualTo("Zhang San");
  }

  @Test
  void readsAnImageWhoseOnesAreDark() throws Exception {
    QrSymbol symbol = new QrEncoder().encode(SamplePdf.QR);
    byte[] samples = symbol.packed().toArray();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ~samples[i];
    }
    SamplePdf sample =
        new SamplePdf()
            .stream(
                SamplePdf.SYMBOL,
                "/Subtype/Image/ImageMask true/Decode[1 0]/Width %1$d/Height %1$d"
                    .formatted(symbol.size()),
                SamplePdf.latin1(Bytes.wrap(samples)));

    CertificatePdf read = (CertificatePdf) reader.read(sample.bytes());

    assertThat(read.qrText()).isEqualTo(SamplePdf.QR.text());
  }

  @Test
  void everyChangedByteIsRefusedOrChangesTheSignedDigest() throws Exception {
    byte[] sound = new SamplePdf().bytes().toArray();
    CertificatePdf before = (CertificatePdf) reader.read(Bytes.wrap(sound));
    Random random = new Random(12_8);
    for (int at = 0; at < sound.length; at++) {
      byte[] changed = sound.clone();
      changed[at] ^= (byte) (1 << random.nextInt(8));

      Reading reading = reader.read(Bytes.wrap(changed));

      if (reading instanceof CertificatePdf after) {
        boolean found =
            !after.signedRanges().equals(before.signedRanges())
                || !after.cms().equals(before.cms());
        assertThat(found).as("byte %d", at).isTrue();
      }
    }
  }

  @Test
  void everyTruncatedFileIsRefused() throws Exception {
    Bytes sound = new SamplePdf().bytes();
    for (int size = 0; size < sound.size(); size++) {
      assertThat(reader.read(sound.slice(0, size))).isInstanceOf(RefusedPdf.class);
    }
  }

  @Test
  void garbageIsRefused() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] garbage = new byte[random.nextInt(4_000)];
      random.nextBytes(garbage);
      assertThat(reader.read(Bytes.wrap(garbage))).isInstanceOf(RefusedPdf.class);
    }
  }

  @Test
  void shuffledPiecesOfADocumentNeverThrow() throws Exception {
    String sound = new SamplePdf().text();
    Random random = new Random(31);
    for (int i = 0; i < 3_000; i++) {
      int from = random.nextInt(sound.length());
      int length = random.nextInt(Math.min(60, sound.length() - from));
      int to = random.nextInt(sound.length());
      String piece = sound.substring(from, from + length);
      String changed =
          random.nextBoolean()
              ? sound.substring(0, to) + piece + sound.substring(to)
              : sound.substring(0, from) + sound.substring(from + length);

      // an empty piece leaves the document as it was; more bytes are outside of the signed ranges
      if (length > 0) {
        assertThat(reader.read(SamplePdf.bytes(changed))).isInstanceOf(RefusedPdf.class);
      }
    }
  }

  @Test
  void refusesFilesAboveItsLimitUnread() throws Exception {
    Bytes sound = new SamplePdf().bytes();

    assertThat(new CertificatePdfReader(sound.size()).read(sound))
        .isInstanceOf(CertificatePdf.class);
    assertThat(new CertificatePdfReader(sound.size() - 1).read(sound))
        .isInstanceOfSatisfying(
            RefusedPdf.class,
            refused -> assertThat(refused.reason()).isEqualTo(PdfFault.TOO_LARGE));
  }
}
