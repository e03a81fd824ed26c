package cn.zhixin.verification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger's page shows, in its reader's language.
 *
 * @param state {@code PUBLISHED}, {@code EMPTY} or {@code UNREADABLE}
 * @param size entries, or empty
 * @param publishedAt time of the last checkpoint, or empty
 * @param checkpoint as it is served, or empty
 * @param chart none before the first day's end is known
 * @param days the last ones on which the ledger grew, latest first
 * @param keys of the checkpoints, the ledger's own first; none where this service was told none
 * @param command by which anybody follows the ledger; empty without a key
 */
record LedgerView(
    String state,
    String size,
    String publishedAt,
    String checkpoint,
    @Nullable Chart chart,
    List<Day> days,
    List<Key> keys,
    String command) {
  LedgerView {
    days = List.copyOf(days);
    keys = List.copyOf(keys);
  }

  public boolean published() {
    return state.equals("PUBLISHED");
  }

  /**
   * The growth with its words.
   *
   * @param from empty if there is one day only
   * @param end height of the last size, in percent
   */
  record Chart(
      GrowthChart drawn,
      List<Label> labels,
      String from,
      String to,
      String end,
      String description) {
    Chart {
      labels = List.copyOf(labels);
    }
  }

  /**
   * Over a line across.
   *
   * @param y in the view box
   * @param height the same in percent
   */
  record Label(String y, String height, String text) {}

  record Day(String day, String added, String size) {}

  /**
   * @param kind how it signs
   * @param vkey as it is given to others (C2SP signed-note)
   */
  record Key(String kind, String vkey) {}
}
