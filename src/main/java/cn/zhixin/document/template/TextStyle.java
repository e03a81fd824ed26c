package cn.zhixin.document.template;

/**
 * How a line of text is set.
 *
 * @param family a key of the manifest's {@code fonts}
 * @param size of the em, in the text's own units
 * @param letterSpacing added after every character, in the same units
 */
public record TextStyle(
    String family, double size, double letterSpacing, Anchor anchor, Colour colour) {

  /** Which point of the line stands at x. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  public TextStyle {
    if (!(size > 0)) {
      throw new IllegalArgumentException("a text's font-size must be above zero");
    }
  }
}
