package cn.zhixin.document.pdf;

import cn.zhixin.document.template.Colour;
import cn.zhixin.document.template.Node;
import cn.zhixin.document.template.TextStyle;
import cn.zhixin.document.template.Transform;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.util.Matrix;

/** Sets labels and values with PDFBox, in a space whose unit is the millimetre, y downwards. */
final class PdfBoxText {
  private final PDPageContentStream out;
  private final PdfBoxFonts fonts;
  private final PageFonts families;
  private final TextFit fit = new TextFit();

  PdfBoxText(PDPageContentStream out, PdfBoxFonts fonts, PageFonts families) {
    this.out = out;
    this.fonts = fonts;
    this.families = families;
  }

  void label(Node.Label label) throws Exception {
    TextStyle style = label.style();
    PageFamily family = families.family(style.family());
    String text = label.text();
    int characters = text.codePointCount(0, text.length());
    double natural = family.width(text, 0, text.length(), "label") * style.size() / 1000;
    double spacing = style.letterSpacing();
    double width = natural + spacing * characters;
    if (label.spreadTo() > 0 && characters > 1) {
      spacing = (label.spreadTo() - natural) / (characters - 1);
      width = label.spreadTo();
    }
    begin(style.colour(), spacing);
    place(Transform.IDENTITY, PageSlot.left(style.anchor(), label.x(), width), label.y());
    show(family, style.size(), text);
    out.endText();
  }

  void slot(Node.TextSlot node, String text) throws Exception {
    PageSlot slot = new PageSlot(node, families.family(node.style().family()), Transform.IDENTITY);
    begin(node.style().colour(), slot.letterSpacing());
    if (!text.isEmpty()) {
      fit.fit(slot, text);
      for (int line = 0; line < fit.lines(); line++) {
        String part = text.substring(fit.start(line), fit.end(line));
        double width =
            slot.family().width(part, 0, part.length(), slot.name()) * fit.size() / 1000
                + slot.letterSpacing() * part.codePointCount(0, part.length());
        place(slot.place(), slot.left(width), slot.baseline(line, fit.lines(), fit.size()));
        show(slot.family(), fit.size(), part);
      }
    }
    out.endText();
  }

  private void begin(Colour colour, double spacing) throws Exception {
    PdfBoxPage.fill(out, colour);
    out.beginText();
    out.setCharacterSpacing((float) spacing);
  }

  private void place(Transform place, double x, double y) throws Exception {
    out.setTextMatrix(
        new Matrix(
            (float) place.a(),
            (float) place.b(),
            (float) -place.c(),
            (float) -place.d(),
            (float) place.x(x, y),
            (float) place.y(x, y)));
  }

  /** In as many runs as its characters need fonts. */
  private void show(PageFamily family, double size, String text) throws Exception {
    StringBuilder run = new StringBuilder();
    PageFace current = null;
    for (int codePoint : text.codePoints().toArray()) {
      PageFace face = family.faceFor(codePoint, "");
      if (current != null && face != current) {
        show(current, size, run);
      }
      current = face;
      run.appendCodePoint(codePoint);
    }
    if (current != null) {
      show(current, size, run);
    }
  }

  private void show(PageFace face, double size, StringBuilder run) throws Exception {
    out.setFont(fonts.of(face), (float) size);
    out.showText(run.toString());
    run.setLength(0);
  }
}
