package cn.zhixin.issuance.roster;

import static cn.zhixin.issuance.roster.RosterColumn.COMMITTEE;
import static cn.zhixin.issuance.roster.RosterColumn.IDENTITY_NUMBER;
import static cn.zhixin.issuance.roster.RosterColumn.SERIES;
import static cn.zhixin.issuance.roster.RosterColumn.TITLE;

import java.util.Set;
import java.util.regex.Pattern;

/** Rows among or below the people that hold no person. */
final class NoteRows {
  private static final Set<RosterColumn> TELLING =
      Set.of(IDENTITY_NUMBER, TITLE, SERIES, COMMITTEE);
  private static final Pattern NOTE =
      Pattern.compile(
          "[（(]?(注|备注|说明|附|制表|填表|填报|审核|复核|校对|负责|经办|主管|单位|盖章|联系|合计|共计|总计|小计|共\\s*\\d|"
              + "日期|第\\s*\\d+\\s*页|以上|以下|公示|\\d{4}\\s*年).*",
          Pattern.DOTALL);

  private NoteRows() {}

  /**
   * Whether it is a note: nothing but a running number or what is not read, or the headings once
   * more, or a remark or signature while number, title, series and committee are all blank.
   */
  static boolean isNote(SheetRow row, Headings headings) {
    if (headings.columns().values().stream().allMatch(i -> row.cell(i).isBlank())) {
      return true;
    }
    if (headings.columns().entrySet().stream()
        .allMatch(
            e -> RosterColumn.headed(row.cell(e.getValue()).text()).orElse(null) == e.getKey())) {
      return true;
    }
    boolean tells =
        headings.columns().entrySet().stream()
            .anyMatch(e -> TELLING.contains(e.getKey()) && !row.cell(e.getValue()).isBlank());
    return !tells
        && row.cells().stream()
            .filter(cell -> !cell.isBlank())
            .findFirst()
            .filter(cell -> NOTE.matcher(cell.text().strip()).matches())
            .isPresent();
  }
}
