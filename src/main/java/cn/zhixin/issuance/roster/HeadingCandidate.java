package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.SheetRow;
import java.util.List;

/** The likeliest heading row of a sheet as far as it was seen. */
final class HeadingCandidate {
  private SheetRow row = new SheetRow(1, List.of());
  private int known = -1;

  void see(SheetRow other) {
    int headings = Headings.known(other);
    if (headings > known) {
      row = other;
      known = headings;
    }
  }

  boolean isLikely() {
    return Headings.isLikely(row);
  }

  SheetRow row() {
    return row;
  }
}
