package cn.zhixin.signing;

/** A time-stamp authority that did not answer, refused, or answered something else. */
public final class TimeStampUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  TimeStampUnavailable(String message) {
    super(message);
  }

  TimeStampUnavailable(String message, Throwable cause) {
    super(message + ": " + cause, cause);
  }
}
