package cn.zhixin.verification.panel.web;

import cn.zhixin.verification.panel.LineReading;
import cn.zhixin.verification.panel.ShareOrder;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The form for a new share: what was typed, and what is wrong with it.
 *
 * @param id of the form, 32 hexadecimal digits
 * @param fault key of a sentence, or empty
 * @param found what the sentence names, or empty
 */
record ShareForm(
    String id,
    String purpose,
    String recipient,
    String days,
    boolean file,
    String fault,
    String found) {
  private static final int LONGEST_DAYS_TYPED = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  static ShareForm fresh() {
    return new ShareForm(newId(), "", "", "30", true, "", "");
  }

  private static String newId() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The same, shown again. */
  ShareForm with(String fault, String found) {
    return new ShareForm(
        newId(), shown(purpose), shown(recipient), days, file, "panel.share.fault." + fault, found);
  }

  /** Nothing unprintable is shown again. */
  private static String shown(String typed) {
    return LineReading.of(typed) instanceof LineReading.Unprintable ? "" : typed;
  }

  /** An order, or this form with its fault. */
  sealed interface Outcome {
    record Ordered(ShareOrder order) implements Outcome {}

    record Faulty(ShareForm form) implements Outcome {}
  }

  Outcome read() {
    if (!id.matches("[0-9a-f]{32}")) {
      return new Outcome.Faulty(with("form", ""));
    }
    LineReading why = LineReading.of(purpose);
    if (!(why instanceof LineReading.Line purposeLine)) {
      return faulty("purpose", why);
    }
    if (purposeLine.text().isEmpty()) {
      return new Outcome.Faulty(with("purpose.missing", ""));
    }
    LineReading whom = LineReading.of(recipient);
    if (!(whom instanceof LineReading.Line recipientLine)) {
      return faulty("recipient", whom);
    }
    if (days.length() > LONGEST_DAYS_TYPED || !days.matches("[0-9]+")) {
      return new Outcome.Faulty(with("days", ""));
    }
    int number = Integer.parseInt(days);
    if (number < 1 || number > ShareOrder.LONGEST_DAYS) {
      return new Outcome.Faulty(with("days", ""));
    }
    String recipientText = recipientLine.text().isEmpty() ? null : recipientLine.text();
    return new Outcome.Ordered(new ShareOrder(id, purposeLine.text(), recipientText, number, file));
  }

  private Outcome faulty(String field, LineReading line) {
    return new Outcome.Faulty(
        line instanceof LineReading.Unprintable unprintable
            ? with(field + ".unprintable", unprintable.name())
            : with(field + ".long", ""));
  }

  /** Without what was typed. */
  @Override
  public String toString() {
    return "ShareForm[" + fault + "]";
  }
}
