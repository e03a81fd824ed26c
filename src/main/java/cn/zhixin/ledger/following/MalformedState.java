package cn.zhixin.ledger.following;

/** A file that is not the state of a follower, or not that of this ledger's. */
public final class MalformedState extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedState(String expected, String found) {
    super("expected " + expected + ", found " + found);
  }
}
