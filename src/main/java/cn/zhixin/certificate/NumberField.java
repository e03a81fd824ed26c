package cn.zhixin.certificate;

import cn.zhixin.catalogue.Committee;

/** What a certificate number can say about its certificate. */
enum NumberField {
  /** The issuer's division, GB/T 2260: all six digits or the first four or two. */
  DIVISION(2, 6, 6),
  /** Of the day the title was acquired: four digits or the last two. */
  YEAR(2, 4, 4),
  /** The title's code. */
  TITLE(4, 4, 4),
  /** The title's series. */
  SERIES(2, 2, 2),
  /** The title's level, 1 the highest. */
  LEVEL(1, 1, 1),
  /** The committee's number. */
  COMMITTEE(1, 9, 3);

  private final int minWidth;
  private final int maxWidth;
  private final int defaultWidth;

  NumberField(int minWidth, int maxWidth, int defaultWidth) {
    this.minWidth = minWidth;
    this.maxWidth = maxWidth;
    this.defaultWidth = defaultWidth;
  }

  int defaultWidth() {
    return defaultWidth;
  }

  boolean canBe(int width) {
    return width >= minWidth && width <= maxWidth;
  }

  /**
   * @throws IllegalArgumentException if the value needs more digits than the pattern gives it
   */
  String text(TitleResult result, int width) {
    Committee committee = result.committee();
    return switch (this) {
      case DIVISION -> committee.issuer().divisionCode().substring(0, width);
      case YEAR -> padded(result.acquiredOn().getYear(), 4).substring(4 - width);
      case TITLE -> result.title().code();
      case SERIES -> result.title().series().code();
      case LEVEL -> Integer.toString(result.title().level().code());
      case COMMITTEE -> padded(committee.number(), width);
    };
  }

  /** Decimal with leading zeros. */
  static String padded(long value, int width) {
    String digits = Long.toString(value);
    if (digits.length() > width) {
      throw new IllegalArgumentException(value + " does not fit into " + width + " digits");
    }
    return "0".repeat(width - digits.length()) + digits;
  }
}
