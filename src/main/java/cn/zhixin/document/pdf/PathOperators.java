package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.template.PathSink;

/** Writes path construction operators (ISO 32000-1 §8.5.2). */
final class PathOperators implements PathSink {
  private final ByteBuilder out;
  private final int decimals;

  /**
   * Creates it.
   *
   * @param decimals places after the point that numbers keep
   */
  PathOperators(ByteBuilder out, int decimals) {
    this.out = out;
    this.decimals = decimals;
  }

  @Override
  public void moveTo(double x, double y) {
    point(x, y).latin("m\n");
  }

  @Override
  public void lineTo(double x, double y) {
    point(x, y).latin("l\n");
  }

  @Override
  public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
    point(x1, y1);
    point(x2, y2);
    point(x, y).latin("c\n");
  }

  @Override
  public void close() {
    out.latin("h\n");
  }

  private ByteBuilder point(double x, double y) {
    return out.real(x, decimals).append(' ').real(y, decimals).append(' ');
  }
}
