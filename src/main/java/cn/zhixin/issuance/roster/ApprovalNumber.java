package cn.zhixin.issuance.roster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of an approval document 文号, such as 威人社发〔2025〕12号. */
final class ApprovalNumber {
  private static final Pattern TYPED =
      Pattern.compile("(\\p{IsHan}+)[〔(（\\[【［](\\d{4})[〕)）\\]】］]([1-9]\\d*)号");

  private ApprovalNumber() {}

  /** Brackets of any kind become 〔〕 (U+3014, U+3015), full-width digits ASCII; no spaces. */
  static Optional<String> normalise(String typed) {
    StringBuilder text = new StringBuilder();
    typed
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c)
        .forEach(text::appendCodePoint);
    Matcher number = TYPED.matcher(text);
    return number.matches()
        ? Optional.of(number.group(1) + "〔" + number.group(2) + "〕" + number.group(3) + "号")
        : Optional.empty();
  }
}
