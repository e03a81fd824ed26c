package cn.zhixin.verification.offline;

import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.following.Alarm;
import cn.zhixin.ledger.following.CannotTell;
import cn.zhixin.ledger.following.SearchOutcome;
import cn.zhixin.ledger.following.SearchOutcome.Event;
import cn.zhixin.ledger.following.SearchOutcome.Found;
import cn.zhixin.ledger.following.SearchOutcome.NotThere;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What looking for a certificate in a ledger came to, for people and for programs.
 *
 * @param ledger its name
 */
record FindReport(String input, String ledger, SearchOutcome outcome) implements Report {
  @Override
  public String text(Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(input);
    lines.add(sentence(language));
    if (outcome instanceof Found found) {
      Sentences sentences = Sentences.in(language);
      found.later().forEach(event -> lines.add(later(event, language)));
      if (found.later().isEmpty()) {
        lines.add(sentences.text("find.nothing-later"));
      }
      lines.add(sentences.text("find.verify"));
    }
    return String.join("\n  ", lines);
  }

  private String sentence(Language language) {
    Sentences sentences = Sentences.in(language);
    boolean english = language == Language.ENGLISH;
    if (outcome instanceof Found found) {
      String at = LedgerLines.in(language).time(found.place().at());
      long size = found.head().size();
      return sentences.text(found(found.lastKind()), ledger, size, found.place().index(), at);
    }
    if (outcome instanceof NotThere not) {
      return sentences.text("find.not-there", ledger, not.head().size(), not.index());
    }
    if (outcome instanceof Alarm alarm) {
      String what = english ? alarm.english() : alarm.chinese();
      return sentences.text("find.wrong-ledger", what, alarm.code());
    }
    CannotTell cannot = (CannotTell) outcome;
    String missing = english ? cannot.gap().english() : cannot.gap().chinese();
    return sentences.text("find.cannot-tell", missing, cannot.detail()).strip();
  }

  /** Who reads one line only must not take a revoked certificate for a valid one. */
  private static String found(LeafKind last) {
    return switch (last) {
      case ISSUED, RESUMED -> "find.found";
      case SUSPENDED, SUPERSEDED, REVOKED, CANCELLED -> "find.found." + last;
    };
  }

  private static String later(Event event, Language language) {
    Sentences sentences = Sentences.in(language);
    return sentences.text(
        "find.event",
        sentences.text("find.event." + event.leaf().kind()),
        event.index(),
        LedgerLines.in(language).time(event.leaf().at()));
  }

  @Override
  public Map<String, Object> members(Language language) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("input", input);
    members.put("ledger", ledger);
    if (outcome instanceof Found found) {
      members.put("outcome", "found");
      members.put("size", found.head().size());
      members.put("ledgerEntry", found.place().index());
      members.put("enteredAt", found.place().at().toString());
      members.put("lastKind", found.lastKind().name());
      members.put("later", found.later().stream().map(FindReport::members).toList());
    } else if (outcome instanceof NotThere not) {
      members.put("outcome", "not-there");
      members.put("size", not.head().size());
      members.put("ledgerEntry", not.index());
    } else if (outcome instanceof Alarm alarm) {
      members.put("outcome", "wrong-ledger");
      members.put("reason", alarm.code());
      members.put("where", alarm.where());
    } else if (outcome instanceof CannotTell cannot) {
      members.put("outcome", "cannot-tell");
      members.put("reason", cannot.gap().name());
      members.put("detail", cannot.detail());
    }
    members.put("sentence", sentence(language));
    return members;
  }

  private static Map<String, Object> members(Event event) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kind", event.leaf().kind().name());
    members.put("ledgerEntry", event.index());
    members.put("enteredAt", event.leaf().at().toString());
    return members;
  }

  /** As that of {@code verify}. */
  int exitCode() {
    if (outcome instanceof Found) {
      return VerifyCommand.GENUINE;
    }
    return outcome instanceof CannotTell ? VerifyCommand.CANNOT_TELL : VerifyCommand.NOT_GENUINE;
  }
}
