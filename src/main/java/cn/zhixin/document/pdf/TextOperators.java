package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.template.Colour;
import cn.zhixin.document.template.TextStyle;
import cn.zhixin.document.template.Transform;

/**
 * Writes text-showing operators (ISO 32000-1 §9.4) into a content stream whose unit is the
 * millimetre with y downwards.
 *
 * <p>Confined to one thread.
 */
final class TextOperators {
  static final byte[] TM = {' ', 'T', 'm', ' '};
  static final byte[] TF = {' ', 'T', 'f', '<'};
  static final byte[] TJ = {'>', 'T', 'j', ' '};

  private final ByteBuilder out;
  private final Glyphs glyphs;
  private final TextFit fit = new TextFit();

  TextOperators(ByteBuilder out, Glyphs glyphs) {
    this.out = out;
    this.glyphs = glyphs;
  }

  /** Sets a value into its slot; an empty value draws nothing. */
  void slot(PageSlot slot, String text) throws ContentRefused {
    if (text.isEmpty()) {
      return;
    }
    fit.fit(slot, text);
    double size = fit.size();
    for (int line = 0; line < fit.lines(); line++) {
      int start = fit.start(line);
      int end = fit.end(line);
      double width = 0;
      if (slot.node().style().anchor() != TextStyle.Anchor.START) {
        width =
            slot.family().width(text, start, end, slot.name()) * size / 1000
                + slot.letterSpacing() * text.codePointCount(start, end);
      }
      double y = slot.baseline(line, fit.lines(), size);
      matrix(slot.place(), slot.left(width), y);
      show(slot.family(), size, text, start, end, slot.name());
    }
  }

  /** The colour of the text that follows. */
  static void colour(ByteBuilder out, Colour colour) {
    rgb(out, colour);
    out.latin("rg ");
  }

  static void rgb(ByteBuilder out, Colour colour) {
    out.real(colour.red() / 255.0, 3).append(' ');
    out.real(colour.green() / 255.0, 3).append(' ');
    out.real(colour.blue() / 255.0, 3).append(' ');
  }

  /** Moves the start of the next text to a place, upright in its own units. */
  void matrix(Transform place, double x, double y) {
    out.real(place.a(), 5).append(' ');
    out.real(place.b(), 5).append(' ');
    out.real(-place.c(), 5).append(' ');
    out.real(-place.d(), 5).append(' ');
    out.real(place.x(x, y), 3).append(' ');
    out.real(place.y(x, y), 3).append(TM);
  }

  /** Shows a part of a text, changing fonts as its characters need. */
  void show(PageFamily family, double size, String text, int start, int end, String field)
      throws ContentRefused {
    int font = -1;
    for (int i = start; i < end; ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      PageFace face = family.faceFor(codePoint, field);
      int number = glyphs.number(face, codePoint);
      int wanted = face.index << 1 | number >> 16;
      if (wanted != font) {
        if (font >= 0) {
          out.append(TJ);
        }
        font = wanted;
        out.append('/').append(number >> 16 == 0 ? 'F' : 'D').decimal(face.index).append(' ');
        out.real(size, 2).append(TF);
      }
      out.hex16(number);
    }
    out.append(TJ);
  }
}
