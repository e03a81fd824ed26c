package cn.zhixin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of one naive document. */
final class NaiveFonts {
  private final PDDocument document;
  private final byte[] rare;
  private final PDFont regular;
  private @Nullable PDFont loadedRare;

  NaiveFonts(PDDocument document, byte[] regular, byte[] rare) throws IOException {
    this.document = document;
    this.rare = rare;
    this.regular = PDType0Font.load(document, new ByteArrayInputStream(regular));
  }

  PDFont of(String character) throws IOException {
    try {
      regular.encode(character);
      return regular;
    } catch (IllegalArgumentException e) {
      // how PDFBox says that a font has no such character
      if (loadedRare == null) {
        loadedRare = PDType0Font.load(document, new ByteArrayInputStream(rare));
      }
      return loadedRare;
    }
  }

  PDFont regular() {
    return regular;
  }
}
