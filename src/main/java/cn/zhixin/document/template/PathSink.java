package cn.zhixin.document.template;

/** Takes a path of straight lines and cubic Bézier curves, in the units its source names. */
public interface PathSink {
  void moveTo(double x, double y);

  void lineTo(double x, double y);

  void curveTo(double x1, double y1, double x2, double y2, double x, double y);

  void close();
}
