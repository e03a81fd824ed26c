package cn.zhixin.verification.answers;

import cn.zhixin.encoding.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Sends what many want of Redis in one go: whatever was asked for while the last batch was under
 * way shares the next. Nobody waits but its own thread.
 *
 * <p>When a batch fails, all who wait by then get nothing at once: whoever asks waits for at most
 * one batch more than his own.
 */
final class RedisPipeline implements AutoCloseable {
  private static final int MOST_WAITING = 4_096;
  private static final int BATCH = 256;

  private final RedisClient redis;
  private final SetParams expiry;
  private final Runnable succeeded;
  private final Consumer<JedisException> failed;
  private final BlockingQueue<Wish> wishes = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread = new Thread(this::serve, "redis-answers");

  /**
   * @param expiry of what is put
   * @param succeeded called after each batch
   * @param failed called after each batch that did not
   */
  RedisPipeline(
      RedisClient redis, SetParams expiry, Runnable succeeded, Consumer<JedisException> failed) {
    this.redis = redis;
    this.expiry = expiry;
    this.succeeded = succeeded;
    this.failed = failed;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * One thing that somebody wants.
   *
   * @param value to be put, or null to get what is there
   */
  private record Wish(
      Bytes key, @Nullable Bytes value, CompletableFuture<Optional<Bytes>> result) {}

  /**
   * Completed by the pipeline's thread, never with an exception: empty too when Redis does not
   * answer.
   */
  CompletableFuture<Optional<Bytes>> get(Bytes key) {
    CompletableFuture<Optional<Bytes>> result = new CompletableFuture<>();
    if (!wishes.offer(new Wish(key, null, result))) {
      result.complete(Optional.empty());
    }
    return result;
  }

  /** Forgets it when too much is waiting already. */
  void put(Bytes key, Bytes value) {
    wishes.offer(new Wish(key, value, new CompletableFuture<>()));
  }

  private void serve() {
    List<Wish> batch = new ArrayList<>(BATCH);
    try {
      while (true) {
        batch.clear();
        batch.add(wishes.take());
        wishes.drainTo(batch, BATCH - 1);
        perform(batch);
      }
    } catch (InterruptedException e) {
      // closed: whoever still waits gets nothing
      wishes.drainTo(batch);
      batch.forEach(wish -> wish.result().complete(Optional.empty()));
    }
  }

  private void perform(List<Wish> batch) {
    List<Response<?>> responses = new ArrayList<>(batch.size());
    try (AbstractPipeline pipeline = redis.pipelined()) {
      for (Wish wish : batch) {
        Bytes value = wish.value();
        byte[] key = wish.key().unsafeArray();
        responses.add(
            value == null ? pipeline.get(key) : pipeline.set(key, value.unsafeArray(), expiry));
      }
      pipeline.sync();
    } catch (JedisException e) {
      failed.accept(e);
      wishes.drainTo(batch);
      batch.forEach(wish -> wish.result().complete(Optional.empty()));
      return;
    }
    succeeded.run();
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).result().complete(value(responses.get(i)));
    }
  }

  /** An error that Redis gave to one command is nothing found. */
  private static Optional<Bytes> value(Response<?> response) {
    try {
      return response.get() instanceof byte[] bytes
          ? Optional.of(Bytes.wrap(bytes))
          : Optional.empty();
    } catch (JedisException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
