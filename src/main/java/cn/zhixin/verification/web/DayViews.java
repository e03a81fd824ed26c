package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.answers.StateOn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the question for a day, and its answer, onto a certificate's page. */
final class DayViews {
  private DayViews() {}

  static DayView of(
      CertificateFacts facts,
      AskedDay asked,
      @Nullable String typed,
      Instant asOf,
      Language language) {
    String today = LocalDate.ofInstant(asOf, StateOn.CHINA).toString();
    if (!(asked instanceof AskedDay.Day day)) {
      boolean malformed = asked instanceof AskedDay.Malformed;
      String kept = typed == null || typed.length() > AskedDay.LONGEST ? "" : typed;
      return new DayView(kept, malformed, today, null, "", List.of());
    }
    StateOn on = StateOn.of(facts, day.day(), asOf);
    DayWords words = new DayWords(language);
    return new DayView(
        day.day().toString(),
        false,
        today,
        StateOnJson.state(on),
        words.headline(on),
        words.lines(on, facts.verdict()));
  }
}
