package cn.zhixin.document.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing on the page, in the order of drawing, in the units of the group around it. */
public sealed interface Node {

  /** Things that share a map into the units of the group around them, and a condition. */
  record Group(Transform transform, Condition condition, List<Node> children) implements Node {
    public Group {
      children = List.copyOf(children);
    }
  }

  /** When a group is drawn. */
  enum Condition {
    ALWAYS,
    WITH_PHOTO,
    WITHOUT_PHOTO;

    public boolean holds(boolean photo) {
      return this == ALWAYS || photo == (this == WITH_PHOTO);
    }
  }

  /** Ornament: it carries no meaning and is skipped when read aloud. */
  record Shape(VectorPath path, Paint paint) implements Node {}

  /**
   * Text that is the same on every certificate.
   *
   * @param y of the baseline
   * @param spreadTo the width the line is spread to (两端对齐), or 0 for its own
   * @param isTitle the page's heading
   * @param labelFor the slot it names, read together with it; null if none
   * @param line of the SVG, for messages
   */
  record Label(
      String text,
      TextStyle style,
      double x,
      double y,
      double spreadTo,
      boolean isTitle,
      @Nullable String labelFor,
      int line)
      implements Node {}

  /**
   * Text that differs from certificate to certificate.
   *
   * @param y of the baseline when the text takes one line; more lines are centred on it
   * @param width what the text may take, in its own units
   * @param smallestSize down to which a long text shrinks before it wraps
   * @param lines how many at most, at least one
   * @param lineHeight from baseline to baseline, as a multiple of the size used
   * @param isTitle the page's heading
   */
  record TextSlot(
      String name,
      TextStyle style,
      double x,
      double y,
      double width,
      double smallestSize,
      int lines,
      double lineHeight,
      boolean isTitle,
      int line)
      implements Node {}

  /** A rectangle that is filled by a picture of its kind. */
  record PictureSlot(Picture picture, double x, double y, double width, double height, int line)
      implements Node {}

  /** What fills a picture slot. */
  enum Picture {
    PHOTO,
    QR,
    SEAL
  }
}
