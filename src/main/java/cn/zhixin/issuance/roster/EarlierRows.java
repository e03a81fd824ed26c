package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.IDENTITY_NUMBER;

import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Title;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who stands in a roster twice. A rejected first row counts too: otherwise both could be
 * issued once it is mended.
 */
final class EarlierRows {
  private final Map<Granted, Integer> granted = new HashMap<>();
  private final Map<IdentityDocument, Named> named = new HashMap<>();
  private final Map<Integer, Integer> disputed = new HashMap<>();

  private record Granted(IdentityDocument document, String title) {}

  /** The first name of a number, and the rows that say so until another name is seen. */
  private static final class Named {
    private final PersonName name;
    private final List<Integer> rows = new ArrayList<>(1);
    private @Nullable Integer other;

    Named(PersonName name) {
      this.name = name;
    }
  }

  void check(
      RowText row, IdentityDocument document, @Nullable PersonName name, @Nullable Title title) {
    Integer contradicting = name == null ? null : contradicting(row.number(), document, name);
    if (contradicting != null) {
      row.add(IDENTITY_NUMBER, RosterReason.NUMBER_OF_ANOTHER, contradicting);
    } else if (title != null) {
      Integer other = granted.putIfAbsent(new Granted(document, title.code()), row.number());
      if (other != null) {
        row.add(IDENTITY_NUMBER, RosterReason.DUPLICATE, other);
      }
    }
  }

  /**
   * Rows that were right when they were checked and that a later row contradicted: it gives their
   * identity number another name, and nobody knows which is right.
   *
   * @return the later row by the earlier
   */
  Map<Integer, Integer> disputed() {
    return Map.copyOf(disputed);
  }

  private @Nullable Integer contradicting(int row, IdentityDocument document, PersonName name) {
    Named first = named.computeIfAbsent(document, unseen -> new Named(name));
    if (first.name.canonical().equals(name.canonical())) {
      first.rows.add(row);
      return first.other;
    }
    if (first.other == null) {
      first.other = row;
      first.rows.forEach(earlier -> disputed.put(earlier, row));
    }
    return first.rows.get(0);
  }
}
