package cn.zhixin.document.template;

/**
 * An affine map {@code x' = a·x + c·y + e, y' = b·x + d·y + f} (SVG 2 §8, ISO 32000-1 §8.3.3).
 *
 * @param a to
 * @param f the six numbers in the order of SVG's {@code matrix} and PDF's {@code cm}
 */
public record Transform(double a, double b, double c, double d, double e, double f) {
  public static final Transform IDENTITY = new Transform(1, 0, 0, 1, 0, 0);

  public static Transform translation(double x, double y) {
    return new Transform(1, 0, 0, 1, x, y);
  }

  public static Transform scaling(double x, double y) {
    return new Transform(x, 0, 0, y, 0, 0);
  }

  /** Clockwise where y points down. */
  public static Transform rotation(double degrees) {
    double sin = Math.sin(Math.toRadians(degrees));
    double cos = Math.cos(Math.toRadians(degrees));
    return new Transform(cos, sin, -sin, cos, 0, 0);
  }

  /** The map that applies {@code inner} first and this one after it. */
  public Transform of(Transform inner) {
    return new Transform(
        a * inner.a + c * inner.b,
        b * inner.a + d * inner.b,
        a * inner.c + c * inner.d,
        b * inner.c + d * inner.d,
        x(inner.e, inner.f),
        y(inner.e, inner.f));
  }

  public double x(double x, double y) {
    return a * x + c * y + e;
  }

  public double y(double x, double y) {
    return b * x + d * y + f;
  }

  /** How much longer lengths become, on average over all directions. */
  public double scale() {
    return Math.sqrt(Math.abs(a * d - b * c));
  }

  public boolean isIdentity() {
    return equals(IDENTITY);
  }
}
