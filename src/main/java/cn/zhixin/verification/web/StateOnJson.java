package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.answers.StateOn;
import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The member {@code on} of an answer that was asked for a day. */
final class StateOnJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StateOnJson() {}

  /**
   * {@code VALID} and the like, {@code NOT_YET_ISSUED}, or {@code CANNOT_TELL} of a day to come.
   */
  static String state(StateOn on) {
    if (on instanceof StateOn.Known known) {
      return known.verdict().name();
    }
    return on instanceof StateOn.NotYetIssued ? "NOT_YET_ISSUED" : "CANNOT_TELL";
  }

  /** What tells the answer for a day from others of that certificate, for its entity tag. */
  static String tag(StateOn on) {
    boolean soFar = on instanceof StateOn.Known known && !known.isOver();
    return on.day() + state(on) + (soFar ? "-so-far" : "");
  }

  /**
   * Puts the member behind all others of a ready-made answer.
   *
   * @param answer a JSON object with at least one member, UTF-8
   */
  static byte[] addTo(byte[] answer, StateOn on, Language language) {
    ByteArrayOutputStream longer = new ByteArrayOutputStream(answer.length + 256);
    longer.write(answer, 0, answer.length - 1);
    byte[] member = MAPPER.writeValueAsBytes(Map.of("on", member(on, language)));
    longer.write(',');
    longer.write(member, 1, member.length - 1);
    return longer.toByteArray();
  }

  private static Map<String, Object> member(StateOn on, Language language) {
    Map<String, Object> member = new LinkedHashMap<>();
    member.put("date", on.day().toString());
    member.put("state", state(on));
    member.put("sentence", new DayWords(language).headline(on));
    if (on instanceof StateOn.Known known) {
      member.put("until", known.until().truncatedTo(ChronoUnit.MILLIS).toString());
      member.put("dayOver", known.isOver());
      member.put(
          "changes",
          known.changes().stream()
              .map(change -> Map.of("state", change.verdict().name(), "at", change.at().toString()))
              .toList());
    }
    return member;
  }
}
