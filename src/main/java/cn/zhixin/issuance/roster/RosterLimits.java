package cn.zhixin.issuance.roster;

/** Bounds of what is read, so that no file can exhaust the machine. */
final class RosterLimits {
  /** Bytes of the file itself. */
  static final long FILE_SIZE = 64L << 20;

  /** Bytes of all parts of an xlsx once inflated. */
  static final long INFLATED_SIZE = 1L << 30;

  /** Inflated to deflated; ordinary sheets stay under 40. */
  static final long INFLATION_RATIO = 200;

  /** Below this many inflated bytes the ratio is not looked at. */
  static final long INFLATED_FREELY = 4L << 20;

  static final int ROWS = 200_000;
  static final int COLUMNS = 256;

  /** How far down the headings may stand. */
  static final int HEADING_ROWS = 50;

  private RosterLimits() {}
}
