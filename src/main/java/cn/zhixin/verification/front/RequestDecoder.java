package cn.zhixin.verification.front;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;

/**
 * Netty's decoder, which tells of every byte that came, and refuses a request that has two lengths:
 * each server would believe another (RFC 9112 §6.3, §11.2).
 */
final class RequestDecoder extends HttpRequestDecoder {
  private final Progress progress;

  RequestDecoder(HttpDecoderConfig config, Progress progress) {
    super(config);
    this.progress = progress;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    progress.bytesCame(System.nanoTime());
    super.channelRead(context, message);
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
