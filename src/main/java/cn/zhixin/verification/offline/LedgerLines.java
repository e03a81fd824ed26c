package cn.zhixin.verification.offline;

import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An entry of the public ledger in words, and as members for programs. Safe for all threads. */
final class LedgerLines {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private static final LedgerLines CHINESE = new LedgerLines(Language.CHINESE);
  private static final LedgerLines ENGLISH = new LedgerLines(Language.ENGLISH);

  private final Sentences sentences;
  private final Locale locale;
  private final DateTimeFormatter time;

  private LedgerLines(Language language) {
    this.sentences = Sentences.in(language);
    this.locale = language.locale();
    this.time =
        DateTimeFormatter.ofPattern(sentences.text("time.pattern"), language.locale())
            .withZone(CHINA);
  }

  static LedgerLines in(Language language) {
    return language == Language.ENGLISH ? ENGLISH : CHINESE;
  }

  /** Beijing time, without saying so. */
  String time(Instant instant) {
    return time.format(instant);
  }

  List<String> of(LedgerEntry entry) {
    if (entry instanceof LedgerEntry.Signed signed) {
      String cosigners = String.join(", ", signed.cosigners());
      return List.of(
          place(signed.place(), signed.ledger()),
          cosigners.isEmpty()
              ? sentences.text("offline.ledger.signed")
              : sentences.text("offline.ledger.cosigned", cosigners));
    }
    return entry instanceof LedgerEntry.Unchecked unchecked
        ? List.of(
            place(unchecked.place(), unchecked.ledger()),
            sentences.text("offline.ledger.unchecked"))
        : List.of(sentences.text("offline.ledger.not-carried"));
  }

  private String place(LedgerPlace place, String ledger) {
    // not as a number: a message's format makes all it knows of numbers anew each time
    String index = String.format(locale, "%,d", place.index());
    return sentences.text("offline.ledger", ledger(ledger), index, time(place.at()));
  }

  /** A name that nobody vouches for moves no cursor and turns no line round. */
  private static String ledger(String name) {
    return name.replaceAll("\\p{C}", "");
  }

  static Map<String, Object> members(LedgerEntry entry) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (entry instanceof LedgerEntry.Signed signed) {
      addPlace(members, signed.place(), signed.ledger());
      members.put("ledgerSignature", "PASSED");
      members.put("cosigners", signed.cosigners());
    } else if (entry instanceof LedgerEntry.Unchecked unchecked) {
      addPlace(members, unchecked.place(), unchecked.ledger());
      members.put("ledgerSignature", "NOT_CHECKED");
    } else {
      members.put("ledgerSignature", "NO_PROOF");
    }
    return members;
  }

  private static void addPlace(Map<String, Object> members, LedgerPlace place, String ledger) {
    members.put("ledger", ledger);
    members.put("ledgerEntry", place.index());
    members.put("enteredAt", place.at().toString());
  }
}
