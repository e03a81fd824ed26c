package cn.zhixin.verification.panel;

import cn.zhixin.document.QrText;
import cn.zhixin.document.Stamp;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.web.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What stands on a stamped copy: Chinese, as the certificate is. */
final class StampWords {
  /** A longer purpose goes over two lines, so that it stays large enough to read. */
  private static final int LONG = 24;

  private static final Sentences SENTENCES = Sentences.in(Language.CHINESE);
  private static final Dates DATES = new Dates(Language.CHINESE);

  private StampWords() {}

  /**
   * @param address of shares, ending in {@code /s/}
   */
  static Stamp of(
      Share share, ShareCode shareCode, CertificateFacts facts, String address, Instant at) {
    String made = DATES.date(at);
    String end = DATES.date(share.lastDay());
    String number = share.groupedNumber();
    List<String> across = new ArrayList<>(broken(text("stamp.only", share.purpose())));
    across.add(text("stamp.across", made, end, number));
    List<String> below = new ArrayList<>();
    below.add(text("stamp.what", number));
    below.add(
        text("stamp.only", share.purpose())
            + (share.recipient() == null ? "" : text("stamp.for", share.recipient())));
    below.add(text("stamp.until", made, end));
    below.add(text("stamp.check", address + shareCode.value()));
    below.add(text("stamp.original"));
    return new Stamp(
        text("stamp.title", number),
        across,
        below,
        new QrText(address, shareCode.value(), ""),
        List.of(facts.holderName(), facts.title().chinese()),
        at);
  }

  private static String text(String key, Object... arguments) {
    return SENTENCES.text(key, arguments);
  }

  private static List<String> broken(String line) {
    int length = line.codePointCount(0, line.length());
    if (length <= LONG + 4) {
      return List.of(line);
    }
    int half = line.offsetByCodePoints(0, (length + 1) / 2);
    return List.of(line.substring(0, half), line.substring(half));
  }
}
