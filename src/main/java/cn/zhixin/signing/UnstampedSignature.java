package cn.zhixin.signing;

/** A signature that was to carry a time stamp and could not get one; it may be tried again. */
public final class UnstampedSignature extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnstampedSignature(TimeStampUnavailable cause) {
    super(cause.getMessage(), cause);
  }
}
