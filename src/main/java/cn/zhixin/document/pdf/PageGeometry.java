package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;

/** From millimetres with y downwards, as templates are drawn, to PDF's points with y upwards. */
final class PageGeometry {
  static final double POINTS = 72 / 25.4;

  private PageGeometry() {}

  /** Opens a content stream in which the unit is the millimetre with y downwards. */
  static void begin(ByteBuilder out, double pageHeight) {
    out.latin("q ").real(POINTS, 5).latin(" 0 0 ").real(-POINTS, 5).latin(" 0 ");
    out.real(pageHeight * POINTS, 3).latin(" cm\n");
  }

  /** A rectangle of millimetres as PDF writes it in points. */
  static String points(double pageHeight, double x, double y, double width, double height) {
    return PdfText.rectangle(
        x * POINTS,
        (pageHeight - y - height) * POINTS,
        (x + width) * POINTS,
        (pageHeight - y) * POINTS);
  }
}
