package cn.zhixin.sheet;

/**
 * Bounds of what is read, so that no file can exhaust the machine.
 *
 * @param fileSize bytes of the file itself
 * @param inflatedSize bytes of all parts of a workbook once inflated
 * @param rows that are told to be the limit, where a sheet has more than Excel itself can have
 * @param columns of a row; with something in a column beyond them it is refused
 */
public record SheetLimits(long fileSize, long inflatedSize, int rows, int columns) {
  /** How far down the headings may stand. */
  static final int HEADING_ROWS = 50;

  /** Characters of a cell, which Excel bounds as well. */
  static final int CELL = 32_767;

  public SheetLimits {
    if (fileSize < 1 || inflatedSize < 1 || rows < 1 || columns < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
