package cn.zhixin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** Where the documents of a peer have a font from: its file is parsed at the latest when asked. */
interface FontSource {
  PDFont in(PDDocument document) throws IOException;

  /** Parsed anew for each document, as PDFBox's examples do. */
  static FontSource eachTime(byte[] sfnt) {
    return document -> PDType0Font.load(document, new ByteArrayInputStream(sfnt));
  }

  /**
   * Parsed once and lent to each document, for one thread. That is all that PDFBox lets documents
   * share: the font's dictionaries and its subset are each document's own.
   */
  static FontSource once(byte[] sfnt) {
    return new FontSource() {
      private @Nullable TrueTypeFont parsed;

      @Override
      public PDFont in(PDDocument document) throws IOException {
        TrueTypeFont font = parsed;
        if (font == null) {
          font = new TTFParser().parse(new RandomAccessReadBuffer(sfnt));
          parsed = font;
        }
        return PDType0Font.load(document, font, true);
      }
    };
  }
}
