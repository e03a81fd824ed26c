package cn.zhixin.document.font;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.document.buffer.ByteBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Inflater;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

class GlyphSubsetTests {
  private static final FontLibrary FONTS = FontLibrary.bundled();
  private static final String TEXT = "古丽巴哈尔·阿卜杜热合曼𬭎㛃龑䶮 ÄÖé½ 2025";

  private static cn.zhixin.document.font.TrueTypeFont font(String file) throws IOException {
    return FONTS.face(file).orElseThrow().font();
  }

  private static GlyphSubset subset(String file, String text) throws IOException {
    GlyphSubset subset = new GlyphSubset(font(file));
    text.codePoints().forEach(subset::add);
    return subset;
  }

  private static byte[] inflate(byte[] zlib, int length) throws Exception {
    Inflater inflater = new Inflater();
    inflater.setInput(zlib);
    byte[] out = new byte[length + 1];
    int size = inflater.inflate(out);
    assertThat(inflater.finished()).isTrue();
    return Arrays.copyOf(out, size);
  }

  @Test
  void isTheSameFontCompressedInPiecesAndAsAWhole() throws Exception {
    GlyphSubset subset = subset("lxgw-wenkai.woff", TEXT);
    ByteBuilder out = new ByteBuilder(16);
    int length = new SubsetFile().write(subset, out);

    assertThat(inflate(out.toByteArray(), length))
        .hasSize(length)
        .isEqualTo(new SubsetFile().uncompressed(subset));
  }

  @Test
  void isAFontThatOthersReadWithTheSameWidthsAndOutlines() throws Exception {
    for (String file : new String[] {"lxgw-wenkai.woff", "noto-serif-sc.woff"}) {
      GlyphSubset subset = subset(file, TEXT);
      byte[] bytes = new SubsetFile().uncompressed(subset);
      try (TrueTypeFont read = new TTFParser(true).parse(new RandomAccessReadBuffer(bytes))) {
        assertThat(read.getNumberOfGlyphs()).isEqualTo(subset.size());
        for (int id = 0; id < subset.size(); id++) {
          assertThat(read.getAdvanceWidth(id)).isEqualTo(subset.advanceOf(id));
          GlyphData glyph = read.getGlyph().getGlyph(id);
          boolean blank = subset.characterOf(id) == ' ';
          assertThat(glyph.getPath().getBounds2D().isEmpty()).as("glyph %d", id).isEqualTo(blank);
        }
      }
    }
  }

  @Test
  void numbersEachCharacterOnceAndStartsAfreshWhenCleared() throws Exception {
    GlyphSubset subset = subset("lxgw-wenkai.woff", "丛丛𬭎𬭎");
    assertThat(subset.find('丛')).isEqualTo(1);
    assertThat(subset.find(0x2CB4E)).isEqualTo(2);

    subset.clear();
    assertThat(subset.find('丛')).isZero();
    assertThat(subset.add(0x2CB4E)).isEqualTo(1);
  }

  @Test
  void refusesFontsThatAreCutOffOrOfAnotherKind() throws Exception {
    byte[] whole;
    try (InputStream in =
        Files.newInputStream(Path.of("src/main/resources/fonts/noto-serif-sc-bold.woff"))) {
      whole = in.readAllBytes();
    }
    for (int length : new int[] {0, 11, 100, whole.length / 2, whole.length - 5000}) {
      assertThatThrownBy(
              () -> cn.zhixin.document.font.TrueTypeFont.read(Arrays.copyOf(whole, length)))
          .isInstanceOf(MalformedFont.class);
    }
    assertThatThrownBy(
            () ->
                cn.zhixin.document.font.TrueTypeFont.read("OTTO and more bytes".getBytes("UTF-8")))
        .isInstanceOf(MalformedFont.class)
        .hasMessageContaining("expected WOFF or a TrueType font");
  }
}
