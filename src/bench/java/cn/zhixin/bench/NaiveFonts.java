package cn.zhixin.bench;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** The fonts of one naive document. */
final class NaiveFonts {
  private final PDDocument document;
  private final FontSource rare;
  private final PDFont regular;
  private @Nullable PDFont loadedRare;

  NaiveFonts(PDDocument document, FontSource regular, FontSource rare) throws IOException {
    this.document = document;
    this.rare = rare;
    this.regular = regular.in(document);
  }

  PDFont of(String character) throws IOException {
    try {
      regular.encode(character);
      return regular;
    } catch (IllegalArgumentException e) {
      // how PDFBox says that a font has no such character
      if (loadedRare == null) {
        loadedRare = rare.in(document);
      }
      return loadedRare;
    }
  }

  PDFont regular() {
    return regular;
  }
}
