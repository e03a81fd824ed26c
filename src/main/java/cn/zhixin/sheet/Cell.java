package cn.zhixin.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a sheet, before it is given a meaning. Never printed. */
public sealed interface Cell {
  Cell BLANK = new Text("");

  /** A text as typed; empty for a blank cell. */
  record Text(String value) implements Cell {}

  /**
   * A number, which in Excel may also be a date.
   *
   * @param format the number format, such as {@code yyyy-mm-dd}; null for the general one
   */
  record Number(BigDecimal value, @Nullable String format) implements Cell {}

  /**
   * A formula.
   *
   * @param text with the leading {@code =}
   * @param result what it came to when the file was saved; empty if that is not told
   */
  record Formula(String text, String result) implements Cell {}

  /** An error such as {@code #N/A}, or a truth value. */
  record Other(String text) implements Cell {}

  default boolean isBlank() {
    return this instanceof Text text && text.value().isBlank();
  }

  /** What a reader of the sheet sees, more or less. */
  default String text() {
    if (this instanceof Text text) {
      return text.value();
    }
    if (this instanceof Number number) {
      BigDecimal plain = number.value().stripTrailingZeros();
      return plain.precision() - plain.scale() > 40 || plain.scale() > 40
          ? plain.toString()
          : plain.toPlainString();
    }
    return this instanceof Formula formula ? formula.text() : ((Other) this).text();
  }
}
