package cn.zhixin.ledger.cli;

import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.following.Alarm;
import cn.zhixin.ledger.following.CannotTell;
import cn.zhixin.ledger.following.FollowingOutcome;
import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;
import cn.zhixin.ledger.following.StateFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a check came to, for people and for programs.
 *
 * @param ledger its name: the origin
 */
record CheckReport(String ledger, FollowingOutcome outcome, StateFile file, LedgerTexts texts) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** One line if all is right; of an alarm also where its evidence is. */
  String text() {
    if (outcome instanceof UpToDate upToDate) {
      long total = upToDate.entries().total();
      long size = upToDate.state().size();
      return total == 0
          ? texts.say("nothing-new", ledger, size)
          : texts.say("up-to-date", ledger, size, total, counts(upToDate));
    }
    if (outcome instanceof Alarm alarm) {
      String where = alarm.where().isEmpty() ? alarm.code() : alarm.code() + ": " + alarm.where();
      return texts.say("alarm", ledger, sentence(alarm), where)
          + System.lineSeparator()
          + texts.say("evidence", file.evidence());
    }
    CannotTell cannot = (CannotTell) outcome;
    return texts.say("cannot-tell", ledger, sentence(cannot), cannot.detail()).strip();
  }

  private String counts(UpToDate upToDate) {
    List<String> counts = new ArrayList<>();
    upToDate
        .entries()
        .byKind()
        .forEach((kind, count) -> counts.add(texts.say("kind", kindName(kind), count)));
    upToDate
        .entries()
        .byIssuer()
        .forEach(
            (issuer, kinds) ->
                counts.add(
                    texts.say(
                        "issuer",
                        issuer,
                        kinds.values().stream().mapToLong(Long::longValue).sum())));
    return String.join(texts.say("comma"), counts);
  }

  private String kindName(LeafKind kind) {
    return texts.say("kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  private String sentence(Alarm alarm) {
    return texts.choose(alarm.chinese(), alarm.english());
  }

  private String sentence(CannotTell cannot) {
    return texts.choose(cannot.gap().chinese(), cannot.gap().english());
  }

  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("ledger", ledger);
    if (outcome instanceof UpToDate upToDate) {
      members.put("outcome", "UP_TO_DATE");
      members.put("size", upToDate.state().size());
      members.put("root", upToDate.state().root().toHex());
      upToDate.state().lastEntry().ifPresent(at -> members.put("lastEntryAt", at.toString()));
      members.put("newEntries", upToDate.entries().total());
      members.put("kinds", upToDate.entries().byKind());
      members.put("issuers", upToDate.entries().byIssuer());
      members.put("witnesses", upToDate.cosigners());
    } else if (outcome instanceof Alarm alarm) {
      members.put("outcome", "ALARM");
      members.put("reason", alarm.code());
      members.put("sentence", sentence(alarm));
      members.put("where", alarm.where());
      members.put("evidence", file.evidence().toString());
    } else if (outcome instanceof CannotTell cannot) {
      members.put("outcome", "CANNOT_TELL");
      members.put("reason", cannot.gap().name());
      members.put("sentence", sentence(cannot));
      members.put("detail", cannot.detail());
    }
    members.put("state", file.path().toString());
    return MAPPER.writeValueAsString(members);
  }
}
