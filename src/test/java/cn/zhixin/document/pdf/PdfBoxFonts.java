package cn.zhixin.document.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document of PDFBox, by the faces of a template. */
final class PdfBoxFonts {
  private final PDDocument document;
  private final Map<String, PDFont> fonts = new HashMap<>();

  PdfBoxFonts(PDDocument document) {
    this.document = document;
  }

  PDFont of(PageFace face) throws IOException {
    String file = face.face.file();
    PDFont font = fonts.get(file);
    if (font == null) {
      byte[] sfnt = PdfBoxTwin.fontFile(file);
      TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(sfnt));
      // each character by itself: values are no words that ligatures were made for
      parsed.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(parsed);
      font = PDType0Font.load(document, parsed, true);
      fonts.put(file, font);
    }
    return font;
  }
}
