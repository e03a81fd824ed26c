package cn.zhixin.document.template;

/**
 * Reads the {@code d} attribute of SVG paths (SVG 2 §9.3): all commands, absolute and relative.
 *
 * <p>Faults are IllegalArgumentExceptions with a sentence for the template's author.
 */
final class PathData {
  private final String text;
  private final VectorPath path = new VectorPath();
  private int at;
  private double x;
  private double y;
  private double startX;
  private double startY;

  /** The last curve's control point, for the smooth commands; null-like when not a curve. */
  private double controlX;

  private double controlY;
  private char previous = 'M';

  private PathData(String text) {
    this.text = text;
  }

  static VectorPath parse(String text) {
    PathData data = new PathData(text);
    data.read();
    return data.path;
  }

  private void read() {
    skipSeparators();
    if (at < text.length() && Character.toUpperCase(text.charAt(at)) != 'M') {
      throw fault("a path starts with M");
    }
    while (at < text.length()) {
      char command = text.charAt(at);
      if ("MmLlHhVvCcSsQqTtAaZz".indexOf(command) < 0) {
        throw fault("expected a path command");
      }
      at++;
      skipSeparators();
      segment(command);
      while (at < text.length() && !Character.isLetter(text.charAt(at))) {
        if (Character.toUpperCase(command) == 'Z') {
          throw fault("expected a path command after Z");
        }
        // More coordinate pairs after a moveto are linetos (§9.3.3).
        command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
        segment(command);
      }
    }
  }

  private void segment(char command) {
    double dx = Character.isLowerCase(command) ? x : 0;
    double dy = Character.isLowerCase(command) ? y : 0;
    char kind = Character.toUpperCase(command);
    switch (kind) {
      case 'M' -> {
        move(dx + number(), dy + number());
        startX = x;
        startY = y;
        path.moveTo(x, y);
      }
      case 'L' -> line(dx + number(), dy + number());
      case 'H' -> line(dx + number(), y);
      case 'V' -> line(x, dy + number());
      case 'C' ->
          cubic(
              dx + number(),
              dy + number(),
              dx + number(),
              dy + number(),
              dx + number(),
              dy + number());
      case 'S' -> {
        boolean smooth = previous == 'C' || previous == 'S';
        cubic(
            smooth ? 2 * x - controlX : x,
            smooth ? 2 * y - controlY : y,
            dx + number(),
            dy + number(),
            dx + number(),
            dy + number());
      }
      case 'Q' -> quadratic(dx + number(), dy + number(), dx + number(), dy + number());
      case 'T' -> {
        boolean smooth = previous == 'Q' || previous == 'T';
        quadratic(
            smooth ? 2 * x - controlX : x,
            smooth ? 2 * y - controlY : y,
            dx + number(),
            dy + number());
      }
      case 'A' -> arc(number(), number(), number(), flag(), flag(), dx + number(), dy + number());
      default -> {
        path.close();
        move(startX, startY);
      }
    }
    previous = kind;
  }

  private void move(double newX, double newY) {
    x = newX;
    y = newY;
  }

  private void line(double newX, double newY) {
    path.lineTo(newX, newY);
    move(newX, newY);
  }

  private void cubic(double x1, double y1, double x2, double y2, double newX, double newY) {
    path.curveTo(x1, y1, x2, y2, newX, newY);
    controlX = x2;
    controlY = y2;
    move(newX, newY);
  }

  private void quadratic(double cx, double cy, double newX, double newY) {
    path.curveTo(
        x + (cx - x) * 2 / 3,
        y + (cy - y) * 2 / 3,
        newX + (cx - newX) * 2 / 3,
        newY + (cy - newY) * 2 / 3,
        newX,
        newY);
    controlX = cx;
    controlY = cy;
    move(newX, newY);
  }

  private void arc(
      double rx, double ry, double rotation, boolean large, boolean sweep, double toX, double toY) {
    EllipticalArc.draw(x, y, Math.abs(rx), Math.abs(ry), rotation, large, sweep, toX, toY, path);
    move(toX, toY);
  }

  private boolean flag() {
    char c = at < text.length() ? text.charAt(at) : ' ';
    if (c != '0' && c != '1') {
      throw fault("expected an arc flag 0 or 1");
    }
    at++;
    skipSeparators();
    return c == '1';
  }

  private double number() {
    int start = at;
    if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    digits();
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      digits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      digits();
    }
    if (start == at) {
      throw fault("expected a number");
    }
    double value = Numbers.one(text.substring(start, at));
    skipSeparators();
    return value;
  }

  private void digits() {
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
  }

  private void skipSeparators() {
    while (at < text.length()
        && (text.charAt(at) == ',' || Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
  }

  private IllegalArgumentException fault(String message) {
    String found =
        at < text.length() ? text.substring(at, Math.min(text.length(), at + 12)) : "the end";
    return new IllegalArgumentException(
        message + " at position " + at + ", found \"" + found + "\"");
  }
}
