package cn.zhixin.verification.front;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Listens on the public port. */
final class Front {
  private static final int BACKLOG = 1_024;
  private static final int LINE = 8_192;
  private static final int CHUNK = 32_768;
  private static final int SEND_BUFFER = 131_072;
  private static final WriteBufferWaterMark WRITES = new WriteBufferWaterMark(32_768, 131_072);
  private static final long LOOK_MILLIS = 20;

  private final FrontProperties limits;
  private final ClientConnection.Service service;
  private final String policy;
  private final CompletionStage<IntSupplier> tomcat;
  private final @Nullable SslContext tls;
  private final Consumer<EventLoop> newLoops;
  private final HttpDecoderConfig decoding;
  private final Map<EventLoop, Loop> loops = new ConcurrentHashMap<>();

  private @Nullable EventLoopGroup group;
  private @Nullable Channel server;

  /**
   * @param policy content security policy of answers
   * @param tomcat the pages' server's port, once that server takes requests
   * @param tls null for plain HTTP
   * @param headSize bytes of a request's headers
   * @param newLoops told each event loop, on it, before it has its first client
   */
  Front(
      FrontProperties limits,
      ClientConnection.Service service,
      String policy,
      CompletionStage<IntSupplier> tomcat,
      @Nullable SslContext tls,
      int headSize,
      Consumer<EventLoop> newLoops) {
    this.limits = limits;
    this.service = service;
    this.policy = policy;
    this.tomcat = tomcat;
    this.tls = tls;
    this.newLoops = newLoops;
    this.decoding =
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LINE)
            .setMaxHeaderSize(headSize)
            .setMaxChunkSize(CHUNK)
            .setStrictLineParsing(true)
            .setAllowDuplicateContentLengths(false);
  }

  /** Throws what the system says when the address cannot be had. */
  void start(InetSocketAddress address) {
    int threads =
        limits.threads() == 0 ? Runtime.getRuntime().availableProcessors() : limits.threads();
    EventLoopGroup loopGroup =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("front"), NioIoHandler.newFactory());
    group = loopGroup;
    server =
        new ServerBootstrap()
            .group(loopGroup)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WRITES)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    prepare(channel, threads);
                  }
                })
            .bind(address)
            .syncUninterruptibly()
            .channel();
  }

  private void prepare(Channel channel, int threads) {
    Loop loop =
        loops.computeIfAbsent(
            channel.eventLoop(),
            eventLoop -> {
              newLoops.accept(eventLoop);
              return new Loop(
                  eventLoop,
                  policy,
                  new TomcatLinks(eventLoop, tomcat),
                  Math.max(1, limits.connections() / threads),
                  limits);
            });
    ChannelPipeline pipeline = channel.pipeline();
    if (tls != null) {
      SslHandler handler = tls.newHandler(channel.alloc());
      handler.setHandshakeTimeoutMillis(limits.headTime().toMillis());
      pipeline.addLast(handler);
    }
    Progress progress = new Progress(limits, System.nanoTime());
    ResponseEncoder encoder = new ResponseEncoder();
    pipeline.addLast(new RequestDecoder(decoding, progress), encoder);
    ClientConnection connection =
        new ClientConnection(channel, loop, service, progress, new ClientOutput(channel, encoder));
    pipeline.addLast(connection.requests());
  }

  /** Of clients, as it is now. */
  int connections() {
    return loops.values().stream().mapToInt(Loop::size).sum();
  }

  /** −1 while it does not listen. */
  int port() {
    return server != null && server.localAddress() instanceof InetSocketAddress address
        ? address.getPort()
        : -1;
  }

  /** Takes no more connections, and runs the task once every response under way was given. */
  void closeWhenAnswered(Runnable then) {
    if (server != null) {
      server.close();
    }
    if (group == null) {
      then.run();
      return;
    }
    group.next().execute(() -> await(then));
  }

  private void await(Runnable then) {
    loops.forEach((eventLoop, loop) -> eventLoop.execute(loop::closeWhenAnswered));
    boolean over = loops.values().stream().allMatch(loop -> loop.size() == 0);
    if (over || group == null) {
      then.run();
    } else {
      group.next().schedule(() -> await(then), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Breaks off whatever is under way. */
  void stop() {
    if (server != null) {
      server.close();
      server = null;
    }
    if (group != null) {
      group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
      group = null;
    }
    loops.clear();
  }
}
