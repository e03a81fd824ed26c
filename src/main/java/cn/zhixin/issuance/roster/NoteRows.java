package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.Cell;
import cn.zhixin.sheet.SheetRow;
import java.util.List;
import java.util.regex.Pattern;

/** Rows among or below the people that hold no person. */
final class NoteRows {
  /** A row with more filled cells is a person, however it begins. */
  private static final int MOST_CELLS = 4;

  private static final Pattern NUMBER = Pattern.compile("[0-9０-９]{6}");
  private static final Pattern NOTE =
      Pattern.compile(
          "[（(]?(注|备注|说明|附|制表|填表|填报|审核|复核|校对|负责|经办|主管|单位|盖章|联系|合计|共计|总计|小计|共\\s*\\d|"
              + "日期|第\\s*\\d+\\s*页|以上|以下|公示|\\d{4}\\s*年).*",
          Pattern.DOTALL);

  private NoteRows() {}

  /**
   * Whether it is a note: nothing but a running number or what is not read, or the headings once
   * more, or a few cells that begin like a remark or signature and hold no identity number.
   */
  static boolean isNote(SheetRow row, Headings headings) {
    boolean unused = headings.columns().values().stream().allMatch(i -> row.cell(i).isBlank());
    return unused || repeats(row, headings) || isRemark(row, headings);
  }

  private static boolean repeats(SheetRow row, Headings headings) {
    return headings.columns().values().stream()
        .allMatch(i -> row.cell(i).text().strip().equals(headings.texts().get(i)));
  }

  private static boolean isRemark(SheetRow row, Headings headings) {
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    String identity = headings.cell(row, RosterColumn.IDENTITY_NUMBER).text();
    return filled.size() <= MOST_CELLS
        && !NUMBER.matcher(identity).find()
        && NOTE.matcher(filled.get(0).text().strip()).matches();
  }
}
