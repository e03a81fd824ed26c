package cn.zhixin.verification.panel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a holder wants to share.
 *
 * @param formId of the form, 32 hexadecimal digits; the same form makes one share
 * @param purpose not empty, one line
 * @param recipient one line, or null for whoever has the link
 * @param days 1 to 180
 */
public record ShareOrder(
    String formId, String purpose, @Nullable String recipient, int days, boolean allowsFile) {
  public static final int LONGEST_DAYS = 180;

  public ShareOrder {
    if (!formId.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("not the number of a form");
    }
    requireLine(purpose);
    if (recipient != null) {
      requireLine(recipient);
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw new IllegalArgumentException("a share is for 1 to 180 days");
    }
  }

  private static void requireLine(String text) {
    if (!(LineReading.read(text) instanceof LineReading.Line line) || line.text().isEmpty()) {
      throw new IllegalArgumentException("not one line of printable text");
    }
  }

  Duration time() {
    return Duration.ofDays(days);
  }
}
