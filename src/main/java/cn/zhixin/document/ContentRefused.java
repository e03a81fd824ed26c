package cn.zhixin.document;

/** A certificate's content cannot be drawn; nothing was signed. */
public final class ContentRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public ContentRefused(Refusal refusal) {
    super(refusal.toString());
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
