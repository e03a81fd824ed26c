package cn.zhixin.verification.front;

import cn.zhixin.encoding.Bytes;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** The same bytes to every request, behind the front's own decoder: what the server costs alone. */
public final class ConstantServer implements AutoCloseable {
  private static final FrontProperties LIMITS =
      new FrontProperties(
          Opening.AUTO,
          1,
          10_000,
          Duration.ofSeconds(10),
          Duration.ofSeconds(45),
          Duration.ofSeconds(10),
          DataSize.ofKilobytes(1),
          java.util.List.of(),
          ProxyHeaders.X_FORWARDED);

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

  /**
   * @param response head and body
   */
  public ConstantServer(int port, Bytes response) {
    new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, 1_024)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                Progress progress = new Progress(LIMITS, System.nanoTime());
                channel
                    .pipeline()
                    .addLast(
                        new RequestDecoder(new HttpDecoderConfig(), progress),
                        new Constant(response.unsafeArray()));
              }
            })
        .bind(new InetSocketAddress("127.0.0.1", port))
        .syncUninterruptibly();
  }

  private static final class Constant extends ChannelInboundHandlerAdapter {
    private final byte[] response;

    Constant(byte[] response) {
      this.response = response;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest) {
        context.write(
            context.alloc().ioBuffer(response.length).writeBytes(response), context.voidPromise());
      }
      ReferenceCountUtil.release(message);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  @Override
  public void close() {
    group.shutdownGracefully();
  }
}
