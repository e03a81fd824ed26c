package cn.zhixin.verification.bulk;

/**
 * What a list says in one row, as typed.
 *
 * @param row as its sender counts, from 1
 * @param code empty if the cell was
 * @param name to compare with the holder's; empty for none
 * @param identityNumber to compare the end of; empty for none
 */
public record ListedRow(int row, String code, String name, String identityNumber) {
  /** Neither name nor number. */
  @Override
  public String toString() {
    return "ListedRow[" + row + "]";
  }
}
