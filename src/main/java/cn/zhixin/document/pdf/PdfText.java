package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text strings and names as PDF spells them. */
final class PdfText {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PdfText() {}

  /** A text string in UTF-16 with a byte order mark, as hexadecimal (ISO 32000-1 §7.9.2.2). */
  static String string(String text) {
    return "<FEFF" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
  }

  /** A rectangle in points from the page's lower left corner (§7.9.5). */
  static String rectangle(double left, double bottom, double right, double top) {
    return "["
        + number(left)
        + " "
        + number(bottom)
        + " "
        + number(right)
        + " "
        + number(top)
        + "]";
  }

  static String number(double value) {
    ByteBuilder out = new ByteBuilder(16);
    return new String(out.real(value, 3).toByteArray(), StandardCharsets.US_ASCII);
  }
}
