package cn.zhixin.verification.front;

/** When a node that starts opens its public port. */
public enum Opening {
  /**
   * Early on more than one processor. On a single one a crowd that is let in early would keep the
   * pages from being made, and these the crowd from its answers.
   */
  AUTO,
  /** As soon as it can answer for certificates; who asks for a page waits for a while. */
  EARLY,
  /** When it can answer everything. */
  WITH_PAGES;

  boolean isEarly() {
    return this == EARLY || (this == AUTO && Runtime.getRuntime().availableProcessors() > 1);
  }
}
