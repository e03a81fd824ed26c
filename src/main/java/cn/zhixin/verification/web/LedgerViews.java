package cn.zhixin.verification.web;

import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.ledger.PublishedLedger.DaySize;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.web.LedgerView.Chart;
import cn.zhixin.verification.web.LedgerView.Day;
import cn.zhixin.verification.web.LedgerView.Key;
import cn.zhixin.verification.web.LedgerView.Label;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the ledger into the words of its page, for one reader. */
final class LedgerViews {
  /** Rows of the table beside the chart. */
  private static final int DAYS = 10;

  private final Sentences sentences;
  private final Dates dates;
  private final NumberFormat whole;
  private final NumberFormat compact;
  private final List<Key> keys;
  private final String command;

  /**
   * @param address of the ledger, where its followers read
   */
  LedgerViews(Reader reader, List<VerifierKey> keys, String address) {
    Locale locale = reader.language().locale();
    this.sentences = Sentences.in(reader.language());
    this.dates = new Dates(reader.language());
    this.whole = NumberFormat.getIntegerInstance(locale);
    this.compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
    this.compact.setMaximumFractionDigits(1);
    this.keys = keys.stream().map(this::key).toList();
    this.command =
        keys.isEmpty()
            ? ""
            : "java -jar zhixin.jar ledger check " + address + " --key " + keys.get(0).vkey();
  }

  LedgerView published(PublishedCheckpoint last, List<DaySize> growth) {
    return new LedgerView(
        "PUBLISHED",
        whole.format(last.head().size()),
        dates.time(last.publishedAt()),
        last.note().encoded(),
        growth.isEmpty() ? null : chart(growth),
        days(growth),
        keys,
        command);
  }

  LedgerView empty() {
    return without("EMPTY");
  }

  LedgerView unreadable() {
    return without("UNREADABLE");
  }

  private LedgerView without(String state) {
    return new LedgerView(state, "", "", "", null, List.of(), keys, command);
  }

  private Key key(VerifierKey key) {
    return new Key(sentences.text("ledger.key." + key.type()), key.vkey());
  }

  private Chart chart(List<DaySize> growth) {
    GrowthChart drawn = GrowthChart.of(growth);
    List<Label> labels =
        drawn.levels().stream()
            .map(level -> new Label(level.y(), GrowthChart.percent(level.y()), label(level.size())))
            .toList();
    String to = dates.date(drawn.to());
    long size = growth.get(growth.size() - 1).size();
    String end = GrowthChart.percent(drawn.end());
    if (growth.size() == 1) {
      return new Chart(drawn, labels, "", to, end, sentences.text("ledger.chart.day", to, size));
    }
    String from = dates.date(drawn.from());
    long first = growth.get(0).size();
    return new Chart(
        drawn,
        labels,
        from,
        to,
        end,
        sentences.text("ledger.chart.description", from, first, to, size));
  }

  /** The base goes without: a line that begins low would run through its label. */
  private String label(long size) {
    return size == 0 ? "" : compact.format(size);
  }

  private List<Day> days(List<DaySize> growth) {
    List<Day> days = new ArrayList<>();
    for (int i = growth.size() - 1; i >= Math.max(0, growth.size() - DAYS); i--) {
      long before = i == 0 ? 0 : growth.get(i - 1).size();
      DaySize day = growth.get(i);
      days.add(
          new Day(
              dates.date(day.day()), whole.format(day.size() - before), whole.format(day.size())));
    }
    return days;
  }
}
