package cn.zhixin.verification.bulk;

/** Why a row was not asked about. */
public enum RowFault {
  /** The cell of the code is empty. */
  NO_CODE,
  /** Not the form of a code. */
  MALFORMED,
  /** The form of a code, but the check character does not fit. */
  MISTYPED
}
