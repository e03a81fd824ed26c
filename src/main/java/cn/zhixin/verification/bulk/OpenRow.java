package cn.zhixin.verification.bulk;

import cn.zhixin.certificate.VerificationCode;

/**
 * A row that is to be answered.
 *
 * @param first whether no earlier row of the list has the code
 * @param name to compare, empty for none
 * @param identityEnd to compare, empty for none
 */
record OpenRow(int row, VerificationCode code, boolean first, String name, String identityEnd) {
  /** Neither name nor number. */
  @Override
  public String toString() {
    return "OpenRow[" + row + "]";
  }
}
