package cn.zhixin.document.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a certificate's page. */
final class PageText {
  private static final int MAXIMUM_CHARACTERS = 20_000;

  private PageText() {}

  static String read(PDDocument document) throws IOException {
    Bounded text = new Bounded();
    new PDFTextStripper().writeText(document, text);
    return text.toString();
  }

  private static final class Bounded extends Writer {
    private final StringWriter text = new StringWriter();

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
      if (text.getBuffer().length() + length > MAXIMUM_CHARACTERS) {
        throw new IOException("more than " + MAXIMUM_CHARACTERS + " characters on a page");
      }
      text.write(characters, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
