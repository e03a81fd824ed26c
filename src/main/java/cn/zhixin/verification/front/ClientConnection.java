package cn.zhixin.verification.front;

import cn.zhixin.verification.web.ProblemKind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: its requests one after the other, each answered before the next begins.
 * Confined to its event loop.
 */
final class ClientConnection extends ChannelInboundHandlerAdapter {
  private static final int MOST_WAITING = 64;
  private static final long LINGER_MILLIS = 1_000;

  private final Loop loop;
  private final Service service;
  private final Progress progress;
  private final ResponseEncoder encoder;

  /** Messages of requests that came before their turn. */
  private final Deque<HttpObject> waiting = new ArrayDeque<>(2);

  private @Nullable ChannelHandlerContext context;
  private @Nullable ChannelHandlerContext pastEncoder;
  private @Nullable Exchange running;
  private boolean requestOpen;
  private boolean responseOpen;
  private boolean keep = true;
  private boolean oldVersion;
  private boolean closing;
  private long handedOver;

  /** What all connections share. */
  record Service(HotAnswers hot, Forwards forwards, Refusals refusals, boolean secure) {}

  ClientConnection(Loop loop, Service service, Progress progress, ResponseEncoder encoder) {
    this.loop = loop;
    this.service = service;
    this.progress = progress;
    this.encoder = encoder;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    pastEncoder = added.pipeline().context(RequestDecoder.class);
  }

  private ChannelHandlerContext context() {
    return Objects.requireNonNull(context, "not in a pipeline");
  }

  Channel channel() {
    return context().channel();
  }

  Loop loop() {
    return loop;
  }

  boolean isSecure() {
    return service.secure();
  }

  boolean speaksOldVersion() {
    return oldVersion;
  }

  InetSocketAddress client() {
    return (InetSocketAddress) channel().remoteAddress();
  }

  boolean isIdle() {
    return progress.isIdle();
  }

  long idleSince() {
    return progress.since();
  }

  @Override
  public void channelActive(ChannelHandlerContext from) {
    loop.add(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    closing = true;
    loop.remove(this);
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    Exchange exchange = running;
    running = null;
    if (exchange != null) {
      exchange.clientGone();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    HttpObject part = (HttpObject) message;
    if (closing) {
      ReferenceCountUtil.release(part);
    } else if (waiting.isEmpty() && isItsTurn(part)) {
      take(part);
    } else {
      waiting.addLast(part);
      regulate();
    }
  }

  private boolean isItsTurn(HttpObject part) {
    return !(part instanceof HttpRequest)
        || (!requestOpen && !responseOpen && channel().isWritable());
  }

  private void takeWaiting() {
    while (!closing && !waiting.isEmpty() && isItsTurn(waiting.peekFirst())) {
      take(waiting.removeFirst());
    }
    if (channel().isActive()) {
      flush();
      regulate();
    }
  }

  private void take(HttpObject part) {
    if (part.decoderResult().isFailure()) {
      ReferenceCountUtil.release(part);
      unreadable(part instanceof HttpRequest);
      return;
    }
    if (part instanceof HttpRequest request) {
      begin(request);
    }
    if (part instanceof HttpContent content) {
      content(content);
    }
  }

  private void begin(HttpRequest request) {
    long now = System.nanoTime();
    progress.headCame(now);
    requestOpen = true;
    responseOpen = true;
    keep &= HttpUtil.isKeepAlive(request);
    oldVersion = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    encoder.answersHead(HttpMethod.HEAD.equals(request.method()));
    if (!service.hot().answer(request, this, now)) {
      service.forwards().begin(request, this);
    }
  }

  private void content(HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    progress.bodyCame(content.content().readableBytes());
    if (last) {
      requestOpen = false;
      progress.requestCame();
    }
    Exchange exchange = running;
    if (exchange == null) {
      content.release();
    } else {
      exchange.content(content);
      regulate();
    }
    if (last && !responseOpen) {
      ended();
    }
  }

  /** A later part of the current answer is made elsewhere. */
  void waitFor(Exchange exchange) {
    running = exchange;
  }

  /** Writes a whole response that is encoded already. */
  void answer(ByteBuf response, boolean goesOn) {
    keep &= goesOn;
    handedOver += response.readableBytes();
    ChannelHandlerContext raw = Objects.requireNonNull(pastEncoder, "no decoder");
    raw.write(response, raw.voidPromise());
    answered();
  }

  /** Encodes and writes a whole response. */
  void answer(FullHttpResponse response) {
    mark(response);
    handedOver += response.content().readableBytes();
    context().write(response, context().voidPromise());
    answered();
  }

  /** Tells the client to go on with its request's content (RFC 9110 §10.1.1). */
  void continues() {
    ChannelHandlerContext raw = Objects.requireNonNull(pastEncoder, "no decoder");
    raw.writeAndFlush(
        Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII));
  }

  /** Encodes and writes a part of a response. */
  void give(HttpObject part) {
    if (part instanceof HttpResponse head) {
      mark(head);
    } else if (part instanceof HttpContent content) {
      handedOver += content.content().readableBytes();
    }
    context().write(part, context().voidPromise());
    Exchange exchange = running;
    if (exchange != null && !channel().isWritable()) {
      flush();
      exchange.clientTakes(channel().isWritable());
    }
  }

  private void mark(HttpResponse head) {
    // what was not read of a request cannot be told from the next one
    keep &= !requestOpen || running == null;
    if (!keep) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (oldVersion) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
  }

  void endsWithThis() {
    keep = false;
  }

  /** The response was written to its end. */
  void answered() {
    responseOpen = false;
    running = null;
    if (!keep) {
      closeAfterResponse();
    } else if (!requestOpen) {
      ended();
    }
  }

  private void ended() {
    progress.exchangeEnded(System.nanoTime());
    if (!waiting.isEmpty()) {
      takeWaiting();
    }
  }

  void flush() {
    context().flush();
  }

  /** Reads from the client only what somebody wants. */
  void regulate() {
    Exchange exchange = running;
    boolean wanted =
        waiting.size() < MOST_WAITING
            && channel().isWritable()
            && (exchange == null || !requestOpen || exchange.wantsContent());
    if (channel().config().isAutoRead() != wanted) {
      channel().config().setAutoRead(wanted);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    from.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    Exchange exchange = running;
    if (exchange != null) {
      exchange.clientTakes(channel().isWritable());
    }
    takeWaiting();
  }

  private void unreadable(boolean head) {
    keep = false;
    Exchange exchange = running;
    running = null;
    if (exchange != null) {
      exchange.clientGone();
    }
    if (head && !responseOpen) {
      responseOpen = true;
      encoder.answersHead(false);
      answer(service.refusals().page(ProblemKind.BAD_REQUEST, service.secure()));
    } else {
      close();
    }
  }

  /** The pages' server broke off. */
  void serverFailed(boolean headGiven) {
    running = null;
    keep = false;
    if (headGiven) {
      close();
    } else {
      answer(service.refusals().page(ProblemKind.INTERNAL, service.secure()));
      flush();
    }
  }

  void closeWhenAnswered() {
    keep = false;
    if (!responseOpen) {
      close();
    }
  }

  /** Not at once while the client sends: a reset would take the response from him. */
  private void closeAfterResponse() {
    closing = true;
    boolean lingers = requestOpen && !isSecure() && channel() instanceof SocketChannel;
    context()
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            done -> {
              if (lingers && done.isSuccess()) {
                ((SocketChannel) channel()).shutdownOutput();
                channel().config().setAutoRead(true);
                channel().eventLoop().schedule(this::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
              } else {
                close();
              }
            });
  }

  void close() {
    context().close();
  }

  /** Closes the connection if its client makes no progress. */
  void judge(long now) {
    ChannelOutboundBuffer buffer = channel().unsafe().outboundBuffer();
    long pending = buffer == null ? 0 : buffer.totalPendingWriteBytes();
    long taken = handedOver - pending + (buffer == null ? 0 : buffer.currentProgress());
    boolean reading = channel().config().isAutoRead();
    if (progress.judge(now, reading, pending, taken).isPresent()) {
      close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    close();
  }
}
