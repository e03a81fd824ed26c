package cn.zhixin.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentRendererTests {
  private static final CompiledTemplate PLAIN = Certificates.plain();
  private static final CompiledTemplate OFFICIAL = Certificates.official("official-landscape");

  private final DocumentRenderer renderer = OFFICIAL.newRenderer(new EchoSigner());

  @Test
  void givesTheDigestOfTheWholeFile() throws Exception {
    RenderedDocument document = renderer.render(Certificates.content(Certificates.photo()));

    assertThat(document.digest()).isEqualTo(Digest.of(document.pdf()));
  }

  @Test
  void asksForASignatureOverAllBytesButTheHole() throws Exception {
    byte[] pdf = renderer.render(Certificates.content(null)).pdf().toArray();
    String signature = Digest.of(withoutHole(pdf)).toHex().toUpperCase(Locale.ROOT);

    assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).contains("/Contents<" + signature);
  }

  private static byte[] withoutHole(byte[] pdf) {
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    int hole = text.indexOf("/Contents<") + "/Contents".length();
    int end = text.indexOf('>', hole) + 1;
    byte[] signed = Arrays.copyOf(pdf, pdf.length - (end - hole));
    System.arraycopy(pdf, end, signed, hole, pdf.length - end);
    return signed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"丛培元", "𬭎𬬻𬱖", "㛃龑䶮𠅤", "古丽巴哈尔·阿卜杜热合曼", "欧阳〇", "Zoë O’Neill", "﨑𰻝"})
  void showsNamesThatAreExtractedExactly(String name) throws Exception {
    DocumentContent content = Certificates.content(null, "holderName", name);

    assertThat(DrawnText.of(renderer.render(content).pdf()).all).contains(name);
  }

  @Test
  void namesTheCharacterThatNoFontHas() {
    DocumentContent content = Certificates.content(null, "holderName", "王\uD884\uDF50");

    assertThatThrownBy(() -> renderer.render(content))
        .isInstanceOfSatisfying(
            ContentRefused.class,
            e -> assertThat(e.refusal()).isEqualTo(new Refusal.MissingGlyph("holderName", 0x31350)))
        .hasMessageContaining("(U+31350)");
  }

  @Test
  void keepsTwoCharactersApartThatShareAGlyph() throws Exception {
    // Kangxi radical one and the ideograph one look the same in most fonts.
    String name = "⼀一丁⼀";

    assertThat(
            DrawnText.of(renderer.render(Certificates.content(null, "holderName", name)).pdf()).all)
        .contains(name);
  }

  @Test
  void drawsAQrSymbolThatScannersRead() throws Exception {
    DocumentContent content = Certificates.content(Certificates.photo());
    try (PDDocument document = Loader.loadPDF(renderer.render(content).pdf().toArray())) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);

      BinaryBitmap bitmap =
          new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(page)));

      assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(content.qr().text());
    }
  }

  @Test
  void givesTheSameBytesForTheSameContentWhateverCameBefore() throws Exception {
    DocumentContent content = Certificates.content(Certificates.photo());
    Bytes first = OFFICIAL.newRenderer(new EchoSigner()).render(content).pdf();
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      String name = Character.toString(0x4E00 + random.nextInt(20_000)) + "·𠅤".substring(0, i % 2);
      renderer.render(Certificates.content(null, "holderName", name, "employer", name.repeat(9)));
      if (i % 100 == 0) {
        assertThat(renderer.render(content).pdf()).isEqualTo(first);
      }
    }
  }

  @Test
  void leavesNothingOfARefusedCertificateBehind() throws Exception {
    Bytes expected = renderer.render(Certificates.content(null)).pdf();
    assertThatThrownBy(
            () -> renderer.render(Certificates.content(null, "committee", "会".repeat(400))))
        .isInstanceOfSatisfying(
            ContentRefused.class,
            e -> assertThat(e.refusal()).isEqualTo(new Refusal.TooLong("committee", 400)));

    assertThat(renderer.render(Certificates.content(null)).pdf()).isEqualTo(expected);
  }

  @Test
  void neverLetsAValueLeaveItsSlot() throws Exception {
    DocumentContent content = Certificates.content(null, Certificates.longest());
    DrawnText text = DrawnText.of(PLAIN.newRenderer(new EchoSigner()).render(content).pdf());

    DrawnText.Line name = text.lineWith("古丽巴哈尔");
    assertThat(name.left()).isBetween(103.9, 104.1);
    assertThat(name.right()).isLessThan(104 + 68.05);
    assertThat(name.size()).isBetween(3.2, 5.0);
    assertThat(text.lineWith("中国（上海）").right()).isLessThan(104 + 160.05);
    assertThat(text.lineWith("新疆维吾尔").right()).isLessThan(104 + 160.05);
  }

  @Test
  void wrapsAtTheSmallestSizeWithoutPunctuationAtTheStartOfALine() throws Exception {
    String employer = "某".repeat(46) + "，" + "某".repeat(20) + "Zhejiang University";
    DrawnText text =
        DrawnText.of(
            PLAIN
                .newRenderer(new EchoSigner())
                .render(Certificates.content(null, "employer", employer))
                .pdf());

    assertThat(text.lines)
        .filteredOn(line -> line.text().contains("某"))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.text()).doesNotStartWith("，");
              assertThat(line.right()).isLessThan(264.05);
              assertThat(line.size()).isBetween(3.39, 3.41);
            });
  }

  @Test
  void refusesAPhotoThatIsNoJpeg() {
    assertThatThrownBy(
            () -> renderer.render(Certificates.content(Bytes.ofUtf8("GIF89a, not this"))))
        .isInstanceOf(ContentRefused.class)
        .hasMessage("photo: not a JPEG file");
  }

  @Test
  void refusesAPhotoThatIsCutOff() {
    Bytes photo = Certificates.photo();
    Bytes cut = photo.slice(0, photo.size() / 2);

    assertThatThrownBy(() -> renderer.render(Certificates.content(cut)))
        .isInstanceOf(ContentRefused.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void refusesASignatureLargerThanPromised() {
    DocumentSigner liar =
        new DocumentSigner() {
          @Override
          public int maximumSize() {
            return 10;
          }

          @Override
          public byte[] sign(Digest byteRanges) {
            return new byte[11];
          }
        };

    assertThatThrownBy(() -> OFFICIAL.newRenderer(liar).render(Certificates.content(null)))
        .isInstanceOf(IllegalStateException.class);
  }
}
