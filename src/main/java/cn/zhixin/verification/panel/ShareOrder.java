package cn.zhixin.verification.panel;

import java.time.Instant;
import java.time.LocalDate;
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
    if (!(LineReading.of(text) instanceof LineReading.Line line) || line.text().isEmpty()) {
      throw new IllegalArgumentException("not one line of printable text");
    }
  }

  /** The end of the last day in China, which is that many days from now. */
  Instant end(Instant now) {
    return LocalDate.ofInstant(now, Share.CHINA)
        .plusDays(days + 1L)
        .atStartOfDay(Share.CHINA)
        .toInstant();
  }
}
