package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.MalformedSheet;
import cn.zhixin.sheet.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the sheet of a file that holds the roster. */
final class RosterSheet {
  private RosterSheet() {}

  /** The only sheet with headings: with two of them it is not clear who is meant. */
  static Sheet find(List<Sheet> sheets) throws IOException, MalformedRoster, MalformedSheet {
    List<Sheet> likely = new ArrayList<>();
    String seen = "";
    for (Sheet sheet : sheets) {
      HeadingCandidate best = Headings.best(sheet);
      if (best.isLikely()) {
        likely.add(sheet);
      } else if (seen.isEmpty()) {
        seen = Headings.shown(best.row());
      }
    }
    if (likely.isEmpty()) {
      throw new MalformedRoster(RosterFault.NO_HEADINGS, seen.isEmpty() ? "（空）" : seen);
    }
    if (likely.size() > 1) {
      throw new MalformedRoster(
          RosterFault.SEVERAL_SHEETS,
          likely.stream().map(Sheet::name).collect(Collectors.joining("、")));
    }
    return likely.get(0);
  }
}
