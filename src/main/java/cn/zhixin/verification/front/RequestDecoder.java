package cn.zhixin.verification.front;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;

/**
 * Netty's decoder, which tells of every byte that came, and refuses what servers read differently:
 * a request that has two lengths (RFC 9112 §6.3, §11.2), and a line of the head that begins with
 * white space, folded (§5.2) or the first after the request line (§2.2). Trailers may be folded:
 * nobody reads them.
 */
final class RequestDecoder extends HttpRequestDecoder {
  private final Progress progress;

  /** Whether the bytes read now are lines below a request line. */
  private boolean inHead;

  private boolean folded;
  private ByteBuf reading = Unpooled.EMPTY_BUFFER;

  /** Where lines of the head begin in {@link #reading} that were not looked at. */
  private int unseen;

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
    reading = bytes;
    unseen = from;
    super.decode(context, bytes, out);
    if (inHead) {
      folded |= foldsUnseen();
    }
    // only what stands for a line that could not be read comes whole
    if (out.size() > before && out.get(before) instanceof DefaultFullHttpRequest unread) {
      unread.setUri(Target.ofBrokenLine(bytes, from));
    }
  }

  @Override
  protected HttpMessage createMessage(String[] requestLine) throws Exception {
    inHead = true;
    folded = false;
    unseen = reading.readerIndex();
    return super.createMessage(requestLine);
  }

  /** Asked once the head is read: what is thrown here makes the request an unreadable one. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    inHead = false;
    if (folded || foldsUnseen()) {
      throw new IllegalArgumentException("a line of the head begins with white space");
    }
    return super.isContentAlwaysEmpty(message);
  }

  /** Only whole lines have been read. */
  private boolean foldsUnseen() {
    int end = reading.readerIndex();
    int line = unseen;
    while (line < end) {
      byte first = reading.getByte(line);
      if (first == HttpConstants.SP || first == HttpConstants.HT) {
        return true;
      }
      int last = reading.indexOf(line, end, HttpConstants.LF);
      line = last < 0 ? end : last + 1;
    }
    return false;
  }

  @Override
  protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
    throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
  }
}
