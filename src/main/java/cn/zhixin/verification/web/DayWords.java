package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.StateOn;
import cn.zhixin.verification.answers.StateSince;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What a certificate was worth on a day, in words. */
final class DayWords {
  private final Sentences sentences;
  private final Dates dates;
  private final DateTimeFormatter clock =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

  DayWords(Language language) {
    this.sentences = Sentences.in(language);
    this.dates = new Dates(language);
  }

  String headline(StateOn on) {
    String day = dates.date(on.day());
    if (on instanceof StateOn.Future) {
      return sentences.text("day.future", day);
    }
    String state = sentences.text("day.state." + StateOnJson.state(on));
    return sentences.text(isOver(on) ? "day.over" : "day.soFar", day, state);
  }

  private static boolean isOver(StateOn on) {
    return !(on instanceof StateOn.Known known) || known.isOver();
  }

  /**
   * @param now the present verdict
   */
  List<String> lines(StateOn on, Verdict now) {
    List<String> lines = new ArrayList<>();
    if (on instanceof StateOn.NotYetIssued early) {
      lines.add(sentences.text("day.issuedAt", dates.time(early.issuedAt())));
      if (early.titleAcquired()) {
        lines.add(sentences.text("day.acquired"));
      }
    } else if (on instanceof StateOn.Known known) {
      if (!known.isOver()) {
        lines.add(sentences.text("day.soFar.detail", clock.format(known.until())));
      }
      for (StateSince change : known.changes()) {
        lines.add(sentences.text("day.change." + change.verdict(), clock.format(change.at())));
      }
      if (known.verdict() != now) {
        lines.add(sentences.text("day.now", sentences.text("verdict." + now)));
      }
      if (known.verdict() == Verdict.VALID && now == Verdict.REVOKED) {
        lines.add(sentences.text("day.retroactive"));
      }
    }
    return lines;
  }
}
