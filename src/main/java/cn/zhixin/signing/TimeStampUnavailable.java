package cn.zhixin.signing;

/** A time-stamp authority that did not answer, refused, or answered something else. */
public final class TimeStampUnavailable extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  /** Of what may have passed when the authority is asked again. */
  TimeStampUnavailable(String message) {
    super(message);
    this.lasting = false;
  }

  TimeStampUnavailable(String message, Throwable cause) {
    super(message + ": " + cause, cause);
    this.lasting = false;
  }

  private TimeStampUnavailable(boolean lasting, String message) {
    super(message);
    this.lasting = lasting;
  }

  /** Of what stays as it is until a person changes something, here or at the authority. */
  static TimeStampUnavailable lasting(String message) {
    return new TimeStampUnavailable(true, message);
  }

  /** Whether asking again at once is in vain. */
  boolean isLasting() {
    return lasting;
  }
}
