package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.template.Colour;
import cn.zhixin.document.template.Node;
import cn.zhixin.document.template.Paint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws shapes, writing only the graphics state that changes (ISO 32000-1 §8.4, §8.5.3). */
final class ShapeOperators {
  private final ByteBuilder out;
  private @Nullable Colour fill;
  private @Nullable Colour stroke;
  private double width = Double.NaN;
  private Paint.@Nullable LineCap cap;
  private Paint.@Nullable LineJoin join;
  private @Nullable List<Double> dashes;

  ShapeOperators(ByteBuilder out) {
    this.out = out;
  }

  /** Says that the graphics state is another one now: nothing is known of it. */
  void forget() {
    fill = null;
    stroke = null;
    width = Double.NaN;
    cap = null;
    join = null;
    dashes = null;
  }

  /**
   * Draws a shape.
   *
   * @param scale millimetres of the page to the shape's unit
   */
  void draw(Node.Shape shape, double scale) {
    Paint paint = shape.paint();
    boolean stroked = paint.stroke() != null && paint.strokeWidth() > 0;
    if (paint.fill() == null && !stroked) {
      return;
    }
    if (paint.fill() != null && !paint.fill().equals(fill)) {
      fill = paint.fill();
      TextOperators.rgb(out, fill);
      out.latin("rg\n");
    }
    if (stroked) {
      strokeState(paint);
    }
    shape.path().sendTo(new PathOperators(out, decimals(scale)));
    String star = paint.evenOdd() ? "*" : "";
    out.latin((paint.fill() == null ? "S" : stroked ? "B" + star : "f" + star) + "\n");
  }

  private void strokeState(Paint paint) {
    if (paint.stroke() != null && !paint.stroke().equals(stroke)) {
      stroke = paint.stroke();
      TextOperators.rgb(out, stroke);
      out.latin("RG\n");
    }
    if (paint.strokeWidth() != width) {
      width = paint.strokeWidth();
      out.real(width, 4).latin(" w\n");
    }
    if (paint.cap() != cap) {
      cap = paint.cap();
      out.decimal(cap.ordinal()).latin(" J\n");
    }
    if (paint.join() != join) {
      join = paint.join();
      out.decimal(join.ordinal()).latin(" j\n");
    }
    if (!paint.dashes().equals(dashes)) {
      dashes = paint.dashes();
      out.append('[');
      for (double length : dashes) {
        out.real(length, 3).append(' ');
      }
      out.latin("]0 d\n");
    }
  }

  /** Hundredths of a millimetre on paper are enough: a printer's dot is larger. */
  static int decimals(double scale) {
    return (int) Math.max(0, Math.min(5, Math.round(2 + Math.log10(scale))));
  }
}
