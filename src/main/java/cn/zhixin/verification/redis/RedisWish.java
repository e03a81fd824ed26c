package cn.zhixin.verification.redis;

import cn.zhixin.encoding.Bytes;
import io.netty.buffer.ByteBuf;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One thing that somebody wants of Redis. It is fulfilled once, perhaps with nothing. */
final class RedisWish {
  private final Bytes key;
  private final @Nullable Bytes value;
  private final long keptMillis;
  private final CompletableFuture<Optional<Bytes>> result = new CompletableFuture<>();
  private long since;

  private RedisWish(Bytes key, @Nullable Bytes value, long keptMillis) {
    this.key = key;
    this.value = value;
    this.keptMillis = keptMillis;
  }

  static RedisWish get(Bytes key) {
    return new RedisWish(key, null, 0);
  }

  static RedisWish put(Bytes key, Bytes value, long keptMillis) {
    return new RedisWish(key, value, keptMillis);
  }

  /** Never completed with an exception. */
  CompletableFuture<Optional<Bytes>> result() {
    return result;
  }

  /** Nanoseconds of the monotonic clock. */
  long since() {
    return since;
  }

  void waitsSince(long now) {
    since = now;
  }

  void write(ByteBuf out) {
    if (value == null) {
      RedisCommands.get(out, key);
    } else {
      RedisCommands.put(out, key, value, keptMillis);
    }
  }

  /** Fulfils the wish, unless Redis answers another question. */
  boolean takes(RedisReply reply) {
    if (reply instanceof RedisReply.Value found && value == null) {
      result.complete(Optional.of(found.bytes()));
      return true;
    }
    boolean fits =
        reply instanceof RedisReply.Refused
            || reply == (value == null ? RedisReply.Plain.NOTHING : RedisReply.Plain.OK);
    nothing();
    return fits;
  }

  void nothing() {
    result.complete(Optional.empty());
  }
}
