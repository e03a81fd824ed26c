package cn.zhixin.verification.panel;

/** What came of somebody's saying that he is a certificate's holder. */
public sealed interface HolderCheck {
  /** The number, or the file, is the registered one. */
  record Confirmed() implements HolderCheck {}

  /** It is not, or there is no such certificate: which of the two is not told. */
  record NotConfirmed() implements HolderCheck {}

  /** The registry could not be read. */
  record Unreachable() implements HolderCheck {}
}
