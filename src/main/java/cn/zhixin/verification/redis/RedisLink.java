package cn.zhixin.verification.redis;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One event loop's way to Redis: a conversation at a time, begun when something is asked. Confined
 * to its loop but for {@link #hand} and {@link #close}.
 */
final class RedisLink {
  /** Between two attempts to connect. */
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

  private final EventLoop loop;
  private final RedisEndpoint server;
  private final Duration timeout;
  private final RedisDialler dialler;
  private final RedisFailures failures;

  private @Nullable RedisConversation conversation;
  private long lastDialled = System.nanoTime() - PAUSE;
  private boolean closed;

  RedisLink(
      EventLoop loop,
      RedisEndpoint server,
      Duration timeout,
      RedisDialler dialler,
      RedisFailures failures) {
    this.loop = loop;
    this.server = server;
    this.timeout = timeout;
    this.dialler = dialler;
    this.failures = failures;
  }

  boolean isOfThisThread() {
    return loop.inEventLoop();
  }

  /** Fulfils the wish on the loop, for whoever is on another thread. */
  void hand(RedisWish wish) {
    onLoop(() -> ask(wish), wish::nothing);
  }

  /** Fulfils the wish. */
  void ask(RedisWish wish) {
    RedisConversation present = conversation;
    if (!closed && present != null && !present.isOver()) {
      present.ask(wish);
      return;
    }
    long now = System.nanoTime();
    if (closed || now - lastDialled < PAUSE) {
      wish.nothing();
      return;
    }
    lastDialled = now;
    RedisConversation next = new RedisConversation(loop, server, timeout, failures);
    conversation = next;
    next.ask(wish);
    dialler.dial(loop, next);
  }

  /** All who wait get nothing, as all who ask from now on. */
  void close() {
    onLoop(this::end, () -> {});
  }

  private void end() {
    closed = true;
    if (conversation != null) {
      conversation.close();
    }
  }

  private void onLoop(Runnable task, Runnable otherwise) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      // the loop is over, and its connections with it
      otherwise.run();
    }
  }
}
