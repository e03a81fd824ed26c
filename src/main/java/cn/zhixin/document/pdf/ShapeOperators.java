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
  private final RepeatedPaths repeated;
  private State state = State.UNKNOWN;

  /** What is known of the graphics state; null or not a number where nothing is. */
  record State(
      @Nullable Colour fill,
      @Nullable Colour stroke,
      double width,
      Paint.@Nullable LineCap cap,
      Paint.@Nullable LineJoin join,
      @Nullable List<Double> dashes) {
    static final State UNKNOWN = new State(null, null, Double.NaN, null, null, null);
  }

  /**
   * @param repeated is told of each path
   */
  ShapeOperators(ByteBuilder out, RepeatedPaths repeated) {
    this.out = out;
    this.repeated = repeated;
  }

  /** What is known now: {@code Q} leads back to what was known at its {@code q}. */
  State state() {
    return state;
  }

  /** Says that the graphics state is another one now. */
  void state(State changed) {
    state = changed;
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
    if (paint.fill() != null && !paint.fill().equals(state.fill())) {
      TextOperators.rgb(out, paint.fill());
      out.latin("rg\n");
    }
    if (stroked) {
      strokeState(paint);
    }
    state = after(paint, stroked);
    int start = out.size();
    shape.path().sendTo(new PathOperators(out, decimals(scale)));
    String star = paint.evenOdd() ? "*" : "";
    out.latin((paint.fill() == null ? "S" : stroked ? "B" + star : "f" + star) + "\n");
    repeated.drawn(start, shape.path(), stroked ? paint.strokeWidth() : 0);
  }

  private State after(Paint paint, boolean stroked) {
    Colour fill = paint.fill() == null ? state.fill() : paint.fill();
    return stroked
        ? new State(
            fill, paint.stroke(), paint.strokeWidth(), paint.cap(), paint.join(), paint.dashes())
        : new State(fill, state.stroke(), state.width(), state.cap(), state.join(), state.dashes());
  }

  private void strokeState(Paint paint) {
    if (paint.stroke() != null && !paint.stroke().equals(state.stroke())) {
      TextOperators.rgb(out, paint.stroke());
      out.latin("RG\n");
    }
    if (paint.strokeWidth() != state.width()) {
      out.real(paint.strokeWidth(), 4).latin(" w\n");
    }
    if (paint.cap() != state.cap()) {
      out.decimal(paint.cap().ordinal()).latin(" J\n");
    }
    if (paint.join() != state.join()) {
      out.decimal(paint.join().ordinal()).latin(" j\n");
    }
    if (!paint.dashes().equals(state.dashes())) {
      out.append('[');
      for (double length : paint.dashes()) {
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
