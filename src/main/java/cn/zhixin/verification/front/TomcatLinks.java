package cn.zhixin.verification.front;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** One event loop's kept connections to the pages' server; confined to it. */
final class TomcatLinks {
  /** Shorter than the pages' server keeps them: it never closes one that we are about to use. */
  private static final long KEPT = TimeUnit.SECONDS.toNanos(20);

  /** How long a page is waited for while its server starts: no browser is left without a word. */
  private static final long START_SECONDS = 10;

  private static final int CONNECT_MILLIS = 5_000;
  private static final int LINE = 8_192;
  private static final int HEAD = 65_536;
  private static final int CHUNK = 65_536;

  private final EventLoop eventLoop;
  private final CompletionStage<IntSupplier> port;
  private final Deque<TomcatLink> kept = new ArrayDeque<>();

  /**
   * @param port the pages' server's, once that server takes requests
   */
  TomcatLinks(EventLoop eventLoop, CompletionStage<IntSupplier> port) {
    this.eventLoop = eventLoop;
    this.port = port;
  }

  /**
   * @param taker gets a link that nobody else uses, perhaps at once, or null if the server cannot
   *     be reached; while that server starts it waits
   * @param tooLate told instead if it starts for too long
   */
  void take(Consumer<@Nullable TomcatLink> taker, Runnable tooLate) {
    for (TomcatLink link = kept.pollLast(); link != null; link = kept.pollLast()) {
      if (link.isOpen()) {
        taker.accept(link);
        return;
      }
    }
    CompletableFuture<IntSupplier> known = port.thenApply(each -> each).toCompletableFuture();
    if (!known.isDone()) {
      giveUpLater(known, tooLate);
    }
    known.thenAcceptAsync(there -> connect(there.getAsInt(), taker), this::now);
  }

  private void giveUpLater(CompletableFuture<IntSupplier> known, Runnable tooLate) {
    ScheduledFuture<?> end =
        eventLoop.schedule(
            () -> {
              if (known.cancel(false)) {
                tooLate.run();
              }
            },
            START_SECONDS,
            TimeUnit.SECONDS);
    known.thenRun(() -> end.cancel(false));
  }

  /** At once where the server is there already: nobody else's turn comes in between. */
  private void now(Runnable task) {
    if (eventLoop.inEventLoop()) {
      task.run();
    } else {
      eventLoop.execute(task);
    }
  }

  private void connect(int portNow, Consumer<@Nullable TomcatLink> taker) {
    TomcatLink link = new TomcatLink();
    new Bootstrap()
        .group(eventLoop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpClientCodec(LINE, HEAD, CHUNK), link);
              }
            })
        .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), portNow))
        .addListener((ChannelFuture done) -> taker.accept(done.isSuccess() ? link : null));
  }

  /** Takes back a link on which everything was said. */
  void keep(TomcatLink link, long now) {
    link.keptSince(now);
    kept.addLast(link);
  }

  void closeOld(long now) {
    while (!kept.isEmpty() && now - kept.peekFirst().keptSince() > KEPT) {
      kept.removeFirst().close();
    }
  }
}
