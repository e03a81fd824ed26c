package cn.zhixin.document.template;

import java.util.Arrays;

/** A recorded path of lines and cubic curves; written once by its maker, then only read. */
public final class VectorPath implements PathSink {
  private static final double CIRCLE = 4 * (Math.sqrt(2) - 1) / 3;

  private final StringBuilder commands = new StringBuilder();
  private double[] numbers = new double[32];
  private int count;

  /** A closed ellipse, or a circle if the radii are the same. */
  public static VectorPath ellipse(double cx, double cy, double rx, double ry) {
    return rounded(cx - rx, cy - ry, 2 * rx, 2 * ry, rx, ry);
  }

  /** A closed rectangle with elliptic corners; sharp if a radius is zero. */
  public static VectorPath rounded(
      double x, double y, double width, double height, double rx, double ry) {
    VectorPath path = new VectorPath();
    double right = x + width;
    double bottom = y + height;
    if (rx == 0 || ry == 0) {
      path.moveTo(x, y);
      path.lineTo(right, y);
      path.lineTo(right, bottom);
      path.lineTo(x, bottom);
      path.close();
      return path;
    }
    double kx = rx * (1 - CIRCLE);
    double ky = ry * (1 - CIRCLE);
    path.moveTo(x + rx, y);
    path.lineUnless(rx * 2 == width, right - rx, y);
    path.curveTo(right - kx, y, right, y + ky, right, y + ry);
    path.lineUnless(ry * 2 == height, right, bottom - ry);
    path.curveTo(right, bottom - ky, right - kx, bottom, right - rx, bottom);
    path.lineUnless(rx * 2 == width, x + rx, bottom);
    path.curveTo(x + kx, bottom, x, bottom - ky, x, bottom - ry);
    path.lineUnless(ry * 2 == height, x, y + ry);
    path.curveTo(x, y + ky, x + kx, y, x + rx, y);
    path.close();
    return path;
  }

  private void lineUnless(boolean empty, double x, double y) {
    if (!empty) {
      lineTo(x, y);
    }
  }

  @Override
  public void moveTo(double x, double y) {
    add('M', x, y);
  }

  @Override
  public void lineTo(double x, double y) {
    add('L', x, y);
  }

  @Override
  public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
    add('C', x1, y1, x2, y2, x, y);
  }

  @Override
  public void close() {
    add('Z');
  }

  private void add(char command, double... operands) {
    commands.append(command);
    if (count + operands.length > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    for (double operand : operands) {
      numbers[count++] = operand;
    }
  }

  /** Repeats the path into a sink. */
  public void sendTo(PathSink sink) {
    int at = 0;
    double[] n = numbers;
    for (int i = 0; i < commands.length(); i++) {
      switch (commands.charAt(i)) {
        case 'M' -> sink.moveTo(n[at++], n[at++]);
        case 'L' -> sink.lineTo(n[at++], n[at++]);
        case 'C' -> sink.curveTo(n[at++], n[at++], n[at++], n[at++], n[at++], n[at++]);
        default -> sink.close();
      }
    }
  }
}
