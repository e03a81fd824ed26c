package cn.zhixin.verification.redis;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is said over one connection: what was asked during one pass of the loop leaves in one write,
 * and each reply is for whoever has waited longest. Over at the first reply that is late or
 * strange, as when the connection breaks: then all who wait get nothing at once, and nothing that
 * still comes is read. Confined to its loop.
 */
final class RedisConversation extends ChannelInboundHandlerAdapter {
  static final int MOST_WAITING = 4_096;

  /** Of a value, in bytes. */
  static final int LARGEST = 1 << 20;

  /** Where the loop itself was held up, what came meanwhile is read first. */
  private static final long LAST_CALL = TimeUnit.MILLISECONDS.toNanos(2);

  private static final int USUAL_COMMAND = 64;

  private final EventLoop loop;
  private final RedisEndpoint server;
  private final Duration timeout;
  private final RedisFailures failures;
  private final RedisReplies replies = new RedisReplies(LARGEST);

  /** Wishes that have not left. */
  private final Deque<RedisWish> asked = new ArrayDeque<>();

  /** Wishes that have left and wait for their reply, in the order of the replies. */
  private final Deque<RedisWish> sent = new ArrayDeque<>();

  private @Nullable ChannelHandlerContext context;

  /** Replies to the greeting that are still to come. */
  private int greeting;

  private boolean begun;
  private boolean ready;
  private boolean sending;
  private boolean watched;
  private @Nullable RedisWish lastCalled;
  private boolean over;

  /**
   * @param timeout from when something is asked, be there a connection yet or not
   */
  RedisConversation(
      EventLoop loop, RedisEndpoint server, Duration timeout, RedisFailures failures) {
    this.loop = loop;
    this.server = server;
    this.timeout = timeout;
    this.failures = failures;
  }

  boolean isOver() {
    return over;
  }

  /** Fulfils the wish within the timeout, with nothing if too many wait already. */
  void ask(RedisWish wish) {
    if (over || asked.size() + sent.size() >= MOST_WAITING) {
      wish.nothing();
      return;
    }
    wish.waitsSince(System.nanoTime());
    asked.addLast(wish);
    if (!watched) {
      lookAfter(timeout.toNanos());
    }
    if (ready && !sending) {
      sending = true;
      loop.execute(this::send);
    }
  }

  private void send() {
    sending = false;
    if (over || asked.isEmpty()) {
      return;
    }
    ChannelHandlerContext to = Objects.requireNonNull(context, "ready without a connection");
    ByteBuf out = to.alloc().ioBuffer(asked.size() * USUAL_COMMAND);
    for (RedisWish wish = asked.pollFirst(); wish != null; wish = asked.pollFirst()) {
      wish.write(out);
      sent.addLast(wish);
    }
    to.writeAndFlush(out, to.voidPromise());
  }

  private void lookAfter(long nanos) {
    watched = true;
    loop.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    watched = false;
    RedisWish eldest = sent.isEmpty() ? asked.peekFirst() : sent.peekFirst();
    if (eldest == null) {
      return;
    }
    long left = timeout.toNanos() - (System.nanoTime() - eldest.since());
    if (left > 0) {
      lookAfter(left);
    } else if (lastCalled == eldest) {
      end("no reply within " + timeout.toMillis() + " ms");
    } else {
      lastCalled = eldest;
      lookAfter(LAST_CALL);
    }
  }

  /** May come after the connection was made, and before this is told of it. */
  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    if (over) {
      added.close();
    } else if (added.channel().isActive()) {
      begin(added);
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext from) {
    begin(from);
  }

  private void begin(ChannelHandlerContext to) {
    if (begun) {
      return;
    }
    begun = true;
    ByteBuf out = to.alloc().ioBuffer();
    greeting = RedisCommands.greeting(out, server);
    if (greeting > 0) {
      to.writeAndFlush(out, to.voidPromise());
    } else {
      out.release();
      ready();
    }
  }

  private void ready() {
    ready = true;
    send();
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      RedisReply reply = over ? null : replies.next(bytes);
      while (reply != null) {
        take(reply);
        reply = over ? null : replies.next(bytes);
      }
    } catch (StrangeReply e) {
      end(e.toString());
    } finally {
      bytes.release();
    }
  }

  private void take(RedisReply reply) {
    if (greeting > 0) {
      greeted(reply);
      return;
    }
    RedisWish wish = sent.pollFirst();
    if (wish == null) {
      end("a reply that nobody asked for");
      return;
    }
    if (reply instanceof RedisReply.Refused refused) {
      failures.refused(refused.code());
    }
    failures.answered();
    if (!wish.takes(reply)) {
      end("a reply to another question");
    }
  }

  private void greeted(RedisReply reply) {
    if (reply instanceof RedisReply.Refused refused) {
      end("it refuses this node: " + refused.code());
    } else if (reply != RedisReply.Plain.OK) {
      end("a strange reply to the greeting");
    } else if (--greeting == 0) {
      ready();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    end("the connection broke");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    end(cause.toString());
  }

  /** A connection that breaks while nobody waits is no failure: Redis may close idle ones. */
  void end(String why) {
    if (!over && !(asked.isEmpty() && sent.isEmpty())) {
      failures.failed(why);
    }
    close();
  }

  /** All who wait get nothing. */
  void close() {
    if (over) {
      return;
    }
    over = true;
    if (context != null) {
      context.close();
    }
    for (RedisWish wish = sent.pollFirst(); wish != null; wish = sent.pollFirst()) {
      wish.nothing();
    }
    for (RedisWish wish = asked.pollFirst(); wish != null; wish = asked.pollFirst()) {
      wish.nothing();
    }
  }
}
