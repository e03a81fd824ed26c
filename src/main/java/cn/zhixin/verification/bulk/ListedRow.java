package cn.zhixin.verification.bulk;

import cn.zhixin.catalogue.Placeholder;

/**
 * What a list says in one row, as typed but for the spaces round it. A dash or slash alone says
 * that nothing belongs there, whichever way the list comes: it is an empty cell.
 *
 * @param row as its sender counts, from 1
 * @param code empty if the cell was
 * @param name to compare with the holder's; empty for none
 * @param identityNumber to compare the end of; empty for none
 */
public record ListedRow(int row, String code, String name, String identityNumber) {
  public ListedRow {
    code = content(code);
    name = content(name);
    identityNumber = content(identityNumber);
  }

  private static String content(String cell) {
    String text = cell.strip();
    return Placeholder.is(text) ? "" : text;
  }

  /** Neither name nor number. */
  @Override
  public String toString() {
    return "ListedRow[" + row + "]";
  }
}
