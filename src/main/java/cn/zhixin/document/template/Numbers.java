package cn.zhixin.document.template;

import java.util.Arrays;

/** Numbers in attributes; faults are IllegalArgumentExceptions with a sentence for the author. */
final class Numbers {
  private Numbers() {}

  /** A finite number without a unit. */
  static double one(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a plain number", e);
    }
    throw new IllegalArgumentException("\"" + text + "\" is not finite");
  }

  /** Numbers between spaces or commas; none for a blank text. */
  static double[] list(String text) {
    return text.isBlank()
        ? new double[0]
        : Arrays.stream(text.strip().split("[\\s,]+")).mapToDouble(Numbers::one).toArray();
  }
}
