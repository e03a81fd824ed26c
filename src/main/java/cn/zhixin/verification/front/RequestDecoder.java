package cn.zhixin.verification.front;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;

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
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out)
      throws Exception {
    int from = bytes.readerIndex();
    int before = out.size();
    super.decode(context, bytes, out);
    // only what stands for a line that could not be read comes whole
    if (out.size() > before && out.get(before) instanceof FullHttpRequest unread) {
      unread.setUri(Target.ofBrokenLine(bytes, from));
    }
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
