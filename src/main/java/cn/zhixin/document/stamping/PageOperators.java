package cn.zhixin.document.stamping;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a page's content, operator by operator (ISO 32000-2 Annex A). */
final class PageOperators {
  private final StringBuilder out = new StringBuilder();

  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Operands, then the operator. */
  PageOperators add(String operator, double... operands) {
    for (double operand : operands) {
      out.append(number(operand)).append(' ');
    }
    out.append(operator).append('\n');
    return this;
  }

  PageOperators raw(String operators) {
    out.append(operators);
    return this;
  }

  PageOperators rectangle(Box box) {
    return add("re", box.left(), box.bottom(), box.width(), box.height());
  }

  /** What is drawn until {@link #close} is a piece of an element (§14.6). */
  PageOperators open(String type, int number) {
    return raw("/" + type + "<</MCID " + number + ">>BDC\n");
  }

  /** What is drawn until {@link #close} is not read aloud (§14.8.2.2). */
  PageOperators openArtifact(String properties) {
    return raw("/Artifact<<" + properties + ">>BDC\n");
  }

  PageOperators close() {
    return raw("EMC\n");
  }

  /** From here on nothing is drawn within {@code hole}. */
  PageOperators leaveOut(Box hole, Box page) {
    return rectangle(page).rectangle(hole).raw("W* n\n");
  }

  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
