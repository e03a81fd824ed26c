package cn.zhixin.document.font;

/** A font file that breaks its format; the message says what was expected and what was found. */
public final class MalformedFont extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedFont(String message) {
    super(message);
  }

  public MalformedFont(String message, Throwable cause) {
    super(message, cause);
  }
}
