package cn.zhixin.verification.front;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection to the pages' server, used by one exchange at a time. */
final class TomcatLink extends ChannelInboundHandlerAdapter {
  private @Nullable ChannelHandlerContext context;
  private @Nullable Forwarding user;
  private long keptSince;

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context, "not connected");
  }

  void use(@Nullable Forwarding newUser) {
    user = newUser;
    reads(true);
  }

  boolean isOpen() {
    return context().channel().isActive();
  }

  boolean takesMore() {
    return context().channel().isWritable();
  }

  void reads(boolean more) {
    context().channel().config().setAutoRead(more);
  }

  void write(HttpObject part) {
    context().writeAndFlush(part, context().voidPromise());
  }

  void keptSince(long now) {
    keptSince = now;
  }

  long keptSince() {
    return keptSince;
  }

  void close() {
    context().close();
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    Forwarding exchange = user;
    if (exchange == null) {
      // the server speaks out of turn: what it says belongs to nobody
      ReferenceCountUtil.release(message);
      from.close();
      return;
    }
    if (((HttpObject) message).decoderResult().isFailure()) {
      ReferenceCountUtil.release(message);
      from.close();
      return;
    }
    if (message instanceof HttpResponse head) {
      exchange.responseHead(head);
    }
    if (message instanceof HttpContent content) {
      exchange.responseContent(content);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    if (user != null) {
      user.responsePause();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    if (user != null) {
      user.serverTakes();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    Forwarding exchange = user;
    user = null;
    if (exchange != null) {
      exchange.serverGone();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    from.close();
  }
}
