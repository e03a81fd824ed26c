package cn.zhixin.sheet;

/** Why a file cannot be read as sheets. What a fault found is named beside it, in that order. */
public enum SheetFault {
  EMPTY,
  /** Found: the limit. */
  TOO_LARGE,
  /** Excel 97–2003. */
  LEGACY_XLS,
  /** A workbook with a password. */
  ENCRYPTED,
  PDF,
  /** HTML or XML that calls itself a spreadsheet. */
  WEB_PAGE,
  /** A ZIP without a workbook. */
  OTHER_ARCHIVE,
  NOT_A_TABLE,
  /** Found: the last row that was read. */
  DAMAGED,
  UNREADABLE_WORKBOOK,
  INFLATES_TOO_MUCH,
  /** Found: the limit. */
  TOO_MANY_ROWS,
  /** Found: the limit. */
  TOO_MANY_COLUMNS,
  /** Found: the row it begins in. */
  UNCLOSED_QUOTE
}
