package cn.zhixin.document.template;

/** Turns SVG's elliptical arcs into cubic curves (SVG 2 appendix B.2). */
final class EllipticalArc {
  private EllipticalArc() {}

  static void draw(
      double x0,
      double y0,
      double rxGiven,
      double ryGiven,
      double degrees,
      boolean large,
      boolean sweep,
      double x,
      double y,
      PathSink sink) {
    if (x0 == x && y0 == y) {
      return;
    }
    if (rxGiven == 0 || ryGiven == 0) {
      sink.lineTo(x, y);
      return;
    }
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double px = (cos * (x0 - x) + sin * (y0 - y)) / 2;
    double py = (cos * (y0 - y) - sin * (x0 - x)) / 2;
    // Radii too small to reach the end point grow until they do (B.2.5).
    double grow = Math.sqrt(Math.max(1, square(px / rxGiven) + square(py / ryGiven)));
    double rx = rxGiven * grow;
    double ry = ryGiven * grow;
    double denominator = square(rx * py) + square(ry * px);
    double root = Math.sqrt(Math.max(0, (square(rx * ry) - denominator) / denominator));
    double sign = large == sweep ? -root : root;
    double qx = sign * rx * py / ry;
    double qy = -sign * ry * px / rx;
    double start = Math.atan2((py - qy) / ry, (px - qx) / rx);
    double extent = Math.atan2((-py - qy) / ry, (-px - qx) / rx) - start;
    if (sweep && extent < 0) {
      extent += 2 * Math.PI;
    } else if (!sweep && extent > 0) {
      extent -= 2 * Math.PI;
    }
    double centreX = cos * qx - sin * qy + (x0 + x) / 2;
    double centreY = sin * qx + cos * qy + (y0 + y) / 2;
    Transform place = new Transform(cos * rx, sin * rx, -sin * ry, cos * ry, centreX, centreY);
    int pieces = (int) Math.ceil(Math.abs(extent) / (Math.PI / 2) - 1e-9);
    double step = extent / pieces;
    double k = 4.0 / 3 * Math.tan(step / 4);
    for (int i = 0; i < pieces; i++) {
      double from = start + i * step;
      double to = from + step;
      double c1x = Math.cos(from) - k * Math.sin(from);
      double c1y = Math.sin(from) + k * Math.cos(from);
      double c2x = Math.cos(to) + k * Math.sin(to);
      double c2y = Math.sin(to) - k * Math.cos(to);
      boolean last = i == pieces - 1;
      sink.curveTo(
          place.x(c1x, c1y),
          place.y(c1x, c1y),
          place.x(c2x, c2y),
          place.y(c2x, c2y),
          last ? x : place.x(Math.cos(to), Math.sin(to)),
          last ? y : place.y(Math.cos(to), Math.sin(to)));
    }
  }

  private static double square(double value) {
    return value * value;
  }
}
