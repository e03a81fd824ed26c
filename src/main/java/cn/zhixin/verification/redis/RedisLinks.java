package cn.zhixin.verification.redis;

import cn.zhixin.encoding.Bytes;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * All ways to one Redis: one for each event loop that joined, and one for all other threads, on a
 * loop of its own that is there as soon as somebody needs it. Safe for all threads.
 */
public final class RedisLinks implements AutoCloseable {
  private final RedisEndpoint server;
  private final Duration timeout;
  private final RedisDialler dialler;
  private final RedisFailures failures = new RedisFailures();

  private final ThreadLocal<@Nullable RedisLink> ofThisThread = new ThreadLocal<>();
  private final Set<RedisLink> joined = ConcurrentHashMap.newKeySet();

  private @Nullable EventLoopGroup ownGroup;
  private volatile @Nullable RedisLink ownLink;
  private volatile boolean closed;

  /**
   * @param timeout for each answer, with connecting if need be
   */
  public RedisLinks(RedisEndpoint server, Duration timeout) {
    this.server = server;
    this.timeout = timeout;
    this.dialler = new RedisDialler(server, timeout);
  }

  /** Whoever asks on that loop is answered on it, from soon on until the loop ends. */
  public void join(EventLoop loop) {
    RedisLink link = link(loop);
    joined.add(link);
    loop.terminationFuture().addListener(ended -> joined.remove(link));
    loop.execute(() -> ofThisThread.set(link));
  }

  private RedisLink link(EventLoop loop) {
    return new RedisLink(loop, server, timeout, dialler, failures);
  }

  /**
   * What lies under the key; nothing too if Redis does not answer, or has what is longer than a
   * megabyte.
   *
   * @return completed on the caller's own loop if that has joined, otherwise by any thread, within
   *     the timeout and never with an exception
   */
  public CompletableFuture<Optional<Bytes>> get(Bytes key) {
    RedisWish wish = RedisWish.get(key);
    begin(wish);
    return wish.result();
  }

  /**
   * Puts it there before whatever the caller asks for next. It is forgotten if Redis does not
   * answer, or it is longer than a megabyte.
   */
  public void put(Bytes key, Bytes value, Duration kept) {
    if (value.size() <= RedisConversation.LARGEST) {
      begin(RedisWish.put(key, value, kept.toMillis()));
    }
  }

  private void begin(RedisWish wish) {
    if (closed || !failures.allow()) {
      wish.nothing();
      return;
    }
    RedisLink near = ofThisThread.get();
    if (near != null && near.isOfThisThread()) {
      near.ask(wish);
      return;
    }
    RedisLink own = ownLink();
    if (own == null) {
      wish.nothing();
    } else {
      own.hand(wish);
    }
  }

  /** Whether Redis is left alone for now because it failed. */
  public boolean leftAlone() {
    return failures.leftAlone();
  }

  /** Null once this is closed. */
  private @Nullable RedisLink ownLink() {
    RedisLink link = ownLink;
    return link == null ? makeOwnLink() : link;
  }

  private synchronized @Nullable RedisLink makeOwnLink() {
    if (ownLink == null && !closed) {
      EventLoopGroup group =
          new MultiThreadIoEventLoopGroup(
              1, new DefaultThreadFactory("redis", true), NioIoHandler.newFactory());
      ownGroup = group;
      ownLink = link((EventLoop) group.next());
    }
    return ownLink;
  }

  /** All who wait get nothing. */
  @Override
  public synchronized void close() {
    closed = true;
    joined.forEach(RedisLink::close);
    if (ownLink != null) {
      ownLink.close();
    }
    if (ownGroup != null) {
      ownGroup.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
  }
}
