package cn.zhixin.signing;

/** A signature that must not be made: no key may make it at this time. */
public final class KeyRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NO_KEY,
    NOT_YET_VALID,
    EXPIRED
  }

  private final Reason reason;

  KeyRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
