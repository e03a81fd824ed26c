package cn.zhixin.verification.redis;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * Connects event loops to a Redis. What may take long, asking for the address of a name and reading
 * the certificates that this machine trusts, is done by a thread of its own. Safe for all threads.
 */
final class RedisDialler {
  private static final Executor APART =
      task -> {
        Thread thread = new Thread(task, "redis-address");
        thread.setDaemon(true);
        thread.start();
      };

  private final RedisEndpoint server;
  private final Duration timeout;
  private @Nullable CompletableFuture<Way> underWay;

  /**
   * @param timeout for each attempt to connect
   */
  RedisDialler(RedisEndpoint server, Duration timeout) {
    this.server = server;
    this.timeout = timeout;
  }

  /**
   * How the server is reached.
   *
   * @param addresses at least one
   * @param trust null where it is spoken to without TLS
   */
  private record Way(List<InetAddress> addresses, @Nullable SSLContext trust) {}

  /** Gives the conversation its connection, or ends it. Called on its loop. */
  void dial(EventLoop loop, RedisConversation conversation) {
    way()
        .whenComplete(
            (way, failure) -> {
              if (way == null) {
                // a loop that was shut down meanwhile takes nothing, and nobody waits on it
                loop.execute(() -> conversation.end("the address of " + server + " is not known"));
              } else if (loop.inEventLoop()) {
                connect(loop, way, 0, conversation);
              } else {
                loop.execute(() -> connect(loop, way, 0, conversation));
              }
            });
  }

  /** All who dial meanwhile share one search for the address. */
  private synchronized CompletableFuture<Way> way() {
    CompletableFuture<Way> shared = underWay;
    if (shared == null || shared.isDone()) {
      shared =
          !server.tls() && isAddress(server.host())
              ? CompletableFuture.completedFuture(find())
              : CompletableFuture.supplyAsync(this::find, APART);
      underWay = shared;
    }
    return shared;
  }

  private static boolean isAddress(String host) {
    return NetUtil.isValidIpV4Address(host) || NetUtil.isValidIpV6Address(host);
  }

  private Way find() {
    try {
      return new Way(
          List.of(InetAddress.getAllByName(server.host())),
          server.tls() ? SSLContext.getDefault() : null);
    } catch (UnknownHostException | NoSuchAlgorithmException e) {
      throw new CompletionException(e);
    }
  }

  private void connect(EventLoop loop, Way way, int attempt, RedisConversation conversation) {
    if (conversation.isOver()) {
      return;
    }
    new Bootstrap()
        .group(loop)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.SO_KEEPALIVE, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        // who speaks on it joins when there is a connection: another address may have to be tried
        .handler(new ChannelInboundHandlerAdapter())
        .connect(new InetSocketAddress(way.addresses().get(attempt), server.port()))
        .addListener(
            (ChannelFuture done) -> {
              if (done.isSuccess()) {
                join(done.channel().pipeline(), way.trust(), conversation);
              } else if (attempt + 1 < way.addresses().size()) {
                connect(loop, way, attempt + 1, conversation);
              } else {
                conversation.end(done.cause().toString());
              }
            });
  }

  private void join(
      ChannelPipeline pipeline, @Nullable SSLContext trust, RedisConversation conversation) {
    if (trust != null) {
      SslHandler tls = new SslHandler(engine(trust));
      tls.setHandshakeTimeoutMillis(timeout.toMillis());
      pipeline.addLast(tls);
    }
    pipeline.addLast(conversation);
  }

  /** The server's certificate must be for its name (RFC 9110 §4.3.4). */
  private SSLEngine engine(SSLContext trust) {
    SSLEngine engine = trust.createSSLEngine(server.host(), server.port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }
}
