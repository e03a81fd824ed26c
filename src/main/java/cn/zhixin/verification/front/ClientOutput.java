package cn.zhixin.verification.front;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * What one client is sent, and whether his connection goes on after it. Confined to its event loop.
 */
final class ClientOutput {
  private static final long LINGER_MILLIS = 1_000;

  private final Channel channel;

  /** What is written here is encoded already. */
  private final ChannelHandlerContext pastEncoder;

  private final ResponseEncoder encoder;

  private boolean goesOn = true;
  private boolean oldVersion;
  private long handedOver;

  /**
   * @param channel with the encoder after the decoder in its pipeline
   */
  ClientOutput(Channel channel, ResponseEncoder encoder) {
    this.channel = channel;
    this.pastEncoder = channel.pipeline().context(RequestDecoder.class);
    this.encoder = encoder;
  }

  /** What follows answers that request. */
  void answers(HttpRequest request) {
    goesOn &= HttpUtil.isKeepAlive(request);
    oldVersion = request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    encoder.answersHead(HttpMethod.HEAD.equals(request.method()));
  }

  /** Whether the client of the present request knows no chunks. */
  boolean isOldVersion() {
    return oldVersion;
  }

  boolean goesOn() {
    return goesOn;
  }

  void endsWithThis() {
    goesOn = false;
  }

  /** Writes a whole response that is encoded already. */
  void encoded(ByteBuf response) {
    handedOver += response.readableBytes();
    pastEncoder.write(response, pastEncoder.voidPromise());
  }

  /** Encodes and writes a response or a part of one. */
  void part(HttpObject part) {
    if (part instanceof HttpResponse head) {
      mark(head);
    }
    if (part instanceof HttpContent content) {
      handedOver += content.content().readableBytes();
    }
    channel.write(part, channel.voidPromise());
  }

  private void mark(HttpResponse head) {
    if (!goesOn) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    } else if (oldVersion) {
      head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE);
    }
  }

  /** Tells the client to go on with its request's content (RFC 9110 §10.1.1). */
  void continues() {
    pastEncoder.writeAndFlush(
        Unpooled.copiedBuffer("HTTP/1.1 100 Continue\r\n\r\n", StandardCharsets.US_ASCII));
  }

  void flush() {
    channel.flush();
  }

  /** Bytes that the client has not taken. */
  long pending() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.totalPendingWriteBytes();
  }

  /** Bytes that he took since the connection was made. */
  long taken() {
    ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
    return buffer == null
        ? handedOver
        : handedOver - buffer.totalPendingWriteBytes() + buffer.currentProgress();
  }

  /**
   * Closes the connection once everything is written.
   *
   * @param lingers not at once: the client still sends, and a reset would take the response from
   *     him
   */
  void closeWhenWritten(boolean lingers) {
    channel
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            done -> {
              if (lingers && done.isSuccess() && channel instanceof SocketChannel socket) {
                socket.shutdownOutput();
                channel.config().setAutoRead(true);
                channel.eventLoop().schedule(this::close, LINGER_MILLIS, TimeUnit.MILLISECONDS);
              } else {
                close();
              }
            });
  }

  void close() {
    channel.close();
  }
}
