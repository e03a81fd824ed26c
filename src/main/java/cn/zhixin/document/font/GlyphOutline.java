package cn.zhixin.document.font;

import java.nio.ByteBuffer;

/**
 * The path of one character, in ems, y upwards from the baseline, for what is drawn as a shape.
 *
 * <p>Quadratic curves become the cubic ones that PDF has (OpenType 1.9 {@code glyf}).
 */
public final class GlyphOutline {
  private static final int ON_CURVE = 1;
  private static final int X_IS_BYTE = 2;
  private static final int Y_IS_BYTE = 4;
  private static final int REPEATED = 8;
  private static final int X_SAME_OR_POSITIVE = 16;
  private static final int Y_SAME_OR_POSITIVE = 32;
  private static final int DEEPEST_COMPOSITE = 8;

  private GlyphOutline() {}

  /** Sends the outline of a character that the font has. */
  public static void draw(TrueTypeFont font, int codePoint, OutlineSink sink) {
    draw(font, font.glyphId(codePoint), 0, 0, sink, 0);
  }

  private static void draw(
      TrueTypeFont font, int glyphId, double dx, double dy, OutlineSink sink, int depth) {
    Glyph glyph = font.glyph(glyphId);
    ByteBuffer in = ByteBuffer.wrap(glyph.outline);
    if (glyph.outline.length == 0) {
      return;
    }
    if (!glyph.isComposite()) {
      drawSimple(in, font.unitsPerEm(), dx, dy, sink);
      return;
    }
    if (depth > DEEPEST_COMPOSITE) {
      throw new IllegalStateException("glyph " + glyphId + " is nested too deeply");
    }
    for (int i = 0; i < glyph.components.length; i++) {
      int at = glyph.componentOffsets[i] + 2;
      int flags = in.getShort(glyph.componentOffsets[i] - 2);
      if (GlyphTable.scaleSize(flags) != 0 || (flags & 2) == 0) {
        throw new IllegalStateException(
            "glyph "
                + glyphId
                + " has a scaled or point-matched part, which is not drawn as a shape");
      }
      double x = (flags & 1) != 0 ? in.getShort(at) : in.get(at);
      double y = (flags & 1) != 0 ? in.getShort(at + 2) : in.get(at + 1);
      double em = font.unitsPerEm();
      draw(font, glyph.components[i], dx + x / em, dy + y / em, sink, depth + 1);
    }
  }

  private static void drawSimple(ByteBuffer in, double em, double dx, double dy, OutlineSink sink) {
    int contours = in.getShort(0);
    int points = contours == 0 ? 0 : (in.getShort(10 + 2 * (contours - 1)) & 0xffff) + 1;
    // The instruction length stands between the contours' ends and the flags.
    in.position(10 + 2 * contours + 2);
    int[] flags = new int[points];
    for (int i = 0; i < points; ) {
      int flag = in.get() & 0xff;
      int times = (flag & REPEATED) != 0 ? 1 + (in.get() & 0xff) : 1;
      while (times-- > 0 && i < points) {
        flags[i++] = flag;
      }
    }
    double[] x = coordinates(in, flags, X_IS_BYTE, X_SAME_OR_POSITIVE, em, dx);
    double[] y = coordinates(in, flags, Y_IS_BYTE, Y_SAME_OR_POSITIVE, em, dy);
    for (int c = 0, first = 0; c < contours; c++) {
      int last = in.getShort(10 + 2 * c) & 0xffff;
      if (last > first) {
        contour(flags, x, y, first, last - first + 1, sink);
      }
      first = last + 1;
    }
  }

  private static double[] coordinates(
      ByteBuffer in, int[] flags, int isByte, int sameOrPositive, double em, double shift) {
    double[] out = new double[flags.length];
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean set = (flags[i] & sameOrPositive) != 0;
      if ((flags[i] & isByte) != 0) {
        int delta = in.get() & 0xff;
        value += set ? delta : -delta;
      } else if (!set) {
        value += in.getShort();
      }
      out[i] = value / em + shift;
    }
    return out;
  }

  private static void contour(
      int[] flags, double[] x, double[] y, int first, int count, OutlineSink sink) {
    int start = 0;
    while (start < count && (flags[first + start] & ON_CURVE) == 0) {
      start++;
    }
    boolean noneOnCurve = start == count;
    int begin = first + (noneOnCurve ? 0 : start);
    int before = first + (begin - first + count - 1) % count;
    double px = noneOnCurve ? (x[begin] + x[before]) / 2 : x[begin];
    double py = noneOnCurve ? (y[begin] + y[before]) / 2 : y[begin];
    double startX = px;
    double startY = py;
    sink.moveTo(px, py);
    int from = noneOnCurve ? 0 : 1;
    for (int i = from; i < count; i++) {
      int at = first + (begin - first + i) % count;
      if ((flags[at] & ON_CURVE) != 0) {
        sink.lineTo(px = x[at], py = y[at]);
        continue;
      }
      int next = first + (begin - first + i + 1) % count;
      boolean lastPoint = i == count - 1;
      boolean nextOn = (flags[next] & ON_CURVE) != 0;
      double ex = lastPoint ? startX : nextOn ? x[next] : (x[at] + x[next]) / 2;
      double ey = lastPoint ? startY : nextOn ? y[next] : (y[at] + y[next]) / 2;
      sink.curveTo(
          px + (x[at] - px) * 2 / 3,
          py + (y[at] - py) * 2 / 3,
          ex + (x[at] - ex) * 2 / 3,
          ey + (y[at] - ey) * 2 / 3,
          ex,
          ey);
      px = ex;
      py = ey;
      if (nextOn && !lastPoint) {
        i++;
      }
    }
    sink.close();
  }
}
