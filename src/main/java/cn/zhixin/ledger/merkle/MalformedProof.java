package cn.zhixin.ledger.merkle;

/** A proof whose ranges or length no tree of its sizes can have. */
public final class MalformedProof extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedProof(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }
}
