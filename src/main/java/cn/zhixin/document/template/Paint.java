package cn.zhixin.document.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shape is filled and stroked.
 *
 * @param fill null for none
 * @param stroke null for none
 * @param strokeWidth in the shape's own units
 * @param dashes lengths of dashes and gaps in turn, empty for a solid line
 */
public record Paint(
    @Nullable Colour fill,
    boolean evenOdd,
    @Nullable Colour stroke,
    double strokeWidth,
    LineCap cap,
    LineJoin join,
    List<Double> dashes) {

  /** In the order of the numbers that PDF gives them (ISO 32000-1 table 54). */
  public enum LineCap {
    BUTT,
    ROUND,
    SQUARE
  }

  /** In the order of the numbers that PDF gives them (ISO 32000-1 table 55). */
  public enum LineJoin {
    MITER,
    ROUND,
    BEVEL
  }

  public Paint {
    dashes = List.copyOf(dashes);
  }
}
