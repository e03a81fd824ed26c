package cn.zhixin.verification.redis;

/** What came is no reply to anything that is asked here. */
final class StrangeReply extends Exception {
  private static final long serialVersionUID = 1L;

  StrangeReply(String expectedAndFound) {
    super(expectedAndFound);
  }
}
