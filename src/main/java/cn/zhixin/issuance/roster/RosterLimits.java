package cn.zhixin.issuance.roster;

import cn.zhixin.sheet.SheetLimits;

/** Bounds of what is read. */
final class RosterLimits {
  static final int ROWS = 200_000;

  static final SheetLimits SHEETS = new SheetLimits(64L << 20, 1L << 30, ROWS, 256);

  /** How far down the headings may stand. */
  static final int HEADING_ROWS = 50;

  private RosterLimits() {}
}
