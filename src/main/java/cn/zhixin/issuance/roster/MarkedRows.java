package cn.zhixin.issuance.roster;

/** Which rows of people a marked roster holds. */
public enum MarkedRows {
  ALL,
  REJECTED_ONLY
}
