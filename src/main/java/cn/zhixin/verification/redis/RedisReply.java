package cn.zhixin.verification.redis;

import cn.zhixin.encoding.Bytes;

/** What Redis says to one command. */
sealed interface RedisReply {
  /** What is stored. */
  record Value(Bytes bytes) implements RedisReply {}

  /** A reply that says it all. */
  enum Plain implements RedisReply {
    /** Nothing is stored. */
    NOTHING,
    /** Done as asked. */
    OK
  }

  /**
   * The command was not carried out.
   *
   * @param code the first word of the reason, such as {@code NOAUTH}; the rest may repeat what was
   *     asked
   */
  record Refused(String code) implements RedisReply {}
}
