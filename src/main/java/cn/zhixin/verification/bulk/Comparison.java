package cn.zhixin.verification.bulk;

/** Whether what a list says of a holder is so; nothing is told but this. */
public enum Comparison {
  MATCHES,
  DIFFERS,
  /** Nothing to compare with, or too many tries that did not match. */
  NOT_COMPARED
}
