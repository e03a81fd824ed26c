package cn.zhixin.verification.front;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One client's requests in their order: the next begins when the last is answered, and no more is
 * read than somebody wants. Confined to the connection's event loop.
 *
 * <p>The decoder gives heads as {@link DefaultHttpRequest} and everything else as {@link
 * HttpContent}. They are told apart by the class: whether an object has an interface or not is
 * found out by a search among all that it has, a dozen times a request.
 */
final class ClientRequests extends ChannelInboundHandlerAdapter {
  private static final int MOST_WAITING = 64;

  private final Channel channel;
  private final ClientConnection connection;

  /** Messages of requests that came before their turn. */
  private final Deque<Object> waiting = new ArrayDeque<>(2);

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
  public void channelRead(ChannelHandlerContext from, Object part) {
    if (over) {
      ReferenceCountUtil.release(part);
    } else if (waiting.isEmpty() && isItsTurn(part)) {
      take(part, connection.lastCame());
    } else {
      waiting.addLast(part);
      regulate();
    }
  }

  private boolean isItsTurn(Object part) {
    return !(part instanceof DefaultHttpRequest)
        || (connection.isBetweenRequests() && channel.isWritable());
  }

  /**
   * @param now no later than this is called, no earlier than the part came
   */
  private void take(Object part, long now) {
    if (part instanceof DefaultHttpRequest request) {
      DecoderResult read = request.decoderResult();
      if (read.isFailure()) {
        ReferenceCountUtil.release(part);
        connection.unreadable(request, read.cause());
      } else {
        connection.begin(request, now);
      }
      return;
    }
    HttpContent content = (HttpContent) part;
    DecoderResult read = content.decoderResult();
    if (read.isFailure()) {
      content.release();
      connection.unreadableContent(read.cause());
    } else {
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
