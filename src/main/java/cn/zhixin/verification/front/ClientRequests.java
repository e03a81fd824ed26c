package cn.zhixin.verification.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One client's requests in their order: the next begins when the last is answered, and no more is
 * read than somebody wants. Confined to the connection's event loop.
 */
final class ClientRequests extends ChannelInboundHandlerAdapter {
  private static final int MOST_WAITING = 64;

  private final Channel channel;
  private final ClientConnection connection;

  /** Messages of requests that came before their turn. */
  private final Deque<HttpObject> waiting = new ArrayDeque<>(2);

  /** Nothing is read from the client any more. */
  private boolean over;

  ClientRequests(Channel channel, ClientConnection connection) {
    this.channel = channel;
    this.connection = connection;
  }

  @Override
  public void channelActive(ChannelHandlerContext from) {
    connection.made();
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    HttpObject part = (HttpObject) message;
    if (over) {
      ReferenceCountUtil.release(part);
    } else if (waiting.isEmpty() && isItsTurn(part)) {
      take(part, connection.lastCame());
    } else {
      waiting.addLast(part);
      regulate();
    }
  }

  private boolean isItsTurn(HttpObject part) {
    return !(part instanceof HttpRequest)
        || (connection.isBetweenRequests() && channel.isWritable());
  }

  /**
   * @param now no later than this is called, no earlier than the part came
   */
  private void take(HttpObject part, long now) {
    if (part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(part);
      Throwable cause = part.decoderResult().cause();
      if (part instanceof HttpRequest request) {
        connection.unreadable(request, cause);
      } else {
        connection.unreadableContent(cause);
      }
      return;
    }
    if (part instanceof HttpRequest request) {
      connection.begin(request, now);
    }
    if (part instanceof HttpContent content) {
      connection.content(content, now);
    }
  }

  /** The last request was answered. */
  void goOn() {
    if (!waiting.isEmpty()) {
      takeWaiting();
    }
  }

  private void takeWaiting() {
    while (!over && !waiting.isEmpty() && isItsTurn(waiting.peekFirst())) {
      take(waiting.removeFirst(), System.nanoTime());
    }
    if (channel.isActive()) {
      connection.flush();
      regulate();
    }
  }

  /** Reads from the client only what somebody wants. */
  void regulate() {
    boolean wanted =
        waiting.size() < MOST_WAITING && channel.isWritable() && connection.wantsContent();
    if (channel.config().isAutoRead() != wanted) {
      channel.config().setAutoRead(wanted);
    }
  }

  /** Whatever else comes is thrown away. */
  void end() {
    over = true;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    from.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    connection.clientTakes(channel.isWritable());
    takeWaiting();
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    over = true;
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    connection.lost();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    from.close();
  }
}
