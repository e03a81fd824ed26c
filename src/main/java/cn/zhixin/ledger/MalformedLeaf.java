package cn.zhixin.ledger;

/** Bytes that are no entry of a ledger of this kind. */
public final class MalformedLeaf extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedLeaf(String message) {
    super(message);
  }
}
