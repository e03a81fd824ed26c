package cn.zhixin.ledger;

/** What a leaf records. */
public enum LeafKind {
  ISSUED(1),
  SUSPENDED(2),
  RESUMED(3),
  SUPERSEDED(4),
  REVOKED(5),
  CANCELLED(6);

  private final int code;

  LeafKind(int code) {
    this.code = code;
  }

  /** In the leaf's encoding; never given to another kind. */
  public int code() {
    return code;
  }

  static LeafKind of(int code) {
    return values()[code - 1];
  }

  static int highest() {
    return values().length;
  }
}
