package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.IDENTITY_NUMBER;

import cn.zhixin.catalogue.IdentityDocument;
import cn.zhixin.catalogue.PersonName;
import cn.zhixin.catalogue.Title;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds who stands in a roster twice. A rejected first row counts too: otherwise both could be
 * issued once it is mended.
 */
final class EarlierRows {
  private final Map<Granted, Integer> granted = new HashMap<>();
  private final Map<IdentityDocument, Named> named = new HashMap<>();

  private record Granted(IdentityDocument document, String title) {}

  private record Named(PersonName name, int row) {}

  void check(
      RowText row, IdentityDocument document, @Nullable PersonName name, @Nullable Title title) {
    if (name != null) {
      Named other = named.putIfAbsent(document, new Named(name, row.number()));
      if (other != null && !other.name().equals(name)) {
        row.add(IDENTITY_NUMBER, RosterReason.NUMBER_OF_ANOTHER, other.row());
        return;
      }
    }
    if (title != null) {
      Integer other = granted.putIfAbsent(new Granted(document, title.code()), row.number());
      if (other != null) {
        row.add(IDENTITY_NUMBER, RosterReason.DUPLICATE, other);
      }
    }
  }
}
