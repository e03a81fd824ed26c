package cn.zhixin.document.template;

/**
 * An opaque sRGB colour.
 *
 * @param red 0 to 255, as the others
 */
public record Colour(int red, int green, int blue) {
  public static final Colour BLACK = new Colour(0, 0, 0);
  public static final Colour WHITE = new Colour(255, 255, 255);

  /** Reads {@code #rgb}, {@code #rrggbb}, {@code black} or {@code white}. */
  static Colour parse(String text) {
    if (text.equals("black")) {
      return BLACK;
    }
    if (text.equals("white")) {
      return WHITE;
    }
    if (text.matches("#[0-9a-fA-F]{6}")) {
      int rgb = Integer.parseInt(text.substring(1), 16);
      return new Colour(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }
    if (text.matches("#[0-9a-fA-F]{3}")) {
      int rgb = Integer.parseInt(text.substring(1), 16);
      return new Colour((rgb >> 8) * 17, (rgb >> 4 & 15) * 17, (rgb & 15) * 17);
    }
    throw new IllegalArgumentException("expected a colour like #1f4e79, found \"" + text + "\"");
  }
}
