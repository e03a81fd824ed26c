package cn.zhixin.verification.front;

import cn.zhixin.verification.web.ProblemKind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: the request that is under way on it, and its answer. Confined to its
 * event loop.
 */
final class ClientConnection {
  private final Channel channel;
  private final Loop loop;
  private final Service service;
  private final Progress progress;
  private final ClientOutput output;
  private final ClientRequests requests;

  private @Nullable Exchange running;

  /** The last request that came, as it is handed on. */
  private @Nullable HttpRequest asked;

  private boolean requestOpen;
  private boolean responseOpen;

  /** Something of the response was written. */
  private boolean responseBegun;

  /** What all connections share. */
  record Service(
      HotAnswers hot, Forwards forwards, Refusals refusals, Traffic traffic, boolean secure) {}

  ClientConnection(
      Channel channel, Loop loop, Service service, Progress progress, ClientOutput output) {
    this.channel = channel;
    this.loop = loop;
    this.service = service;
    this.progress = progress;
    this.output = output;
    this.requests = new ClientRequests(channel, this);
  }

  /** What reads the client's requests. */
  ChannelHandler requests() {
    return requests;
  }

  Channel channel() {
    return channel;
  }

  Loop loop() {
    return loop;
  }

  boolean isSecure() {
    return service.secure();
  }

  InetSocketAddress client() {
    return (InetSocketAddress) channel.remoteAddress();
  }

  /** Whether the client of the present request knows no chunks. */
  boolean speaksOldVersion() {
    return output.isOldVersion();
  }

  boolean isIdle() {
    return progress.isIdle();
  }

  long idleSince() {
    return progress.since();
  }

  void made() {
    loop.add(this);
  }

  long lastCame() {
    return progress.lastCame();
  }

  void begin(HttpRequest request, long now) {
    progress.headCame(now);
    open(request);
    if (!service.hot().answer(request, this, now)) {
      service.forwards().begin(request, this);
    }
  }

  private void open(HttpRequest request) {
    asked = request;
    requestOpen = true;
    responseOpen = true;
    responseBegun = false;
    output.answers(request);
  }

  void content(HttpContent content, long now) {
    boolean last =
        content == LastHttpContent.EMPTY_LAST_CONTENT || content instanceof LastHttpContent;
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
      ended(now);
    }
  }

  /**
   * What came is no HTTP, or too much.
   *
   * @param head as far as it was read
   */
  void unreadable(HttpRequest head, Throwable cause) {
    open(head);
    output.endsWithThis();
    FullHttpResponse refused = service.refusals().unreadableHead(cause, head, service.secure());
    service.traffic().refused(head.method().name(), refused.status().code(), 0, 0);
    answer(refused);
  }

  /** What came after a request's head is not its content; it has one answer all the same. */
  void unreadableContent(Throwable cause) {
    output.endsWithThis();
    Exchange exchange = running;
    HttpRequest request = asked;
    if (exchange == null || request == null || responseBegun) {
      close();
      return;
    }
    running = null;
    FullHttpResponse refused =
        service.refusals().unreadableContent(cause, request, service.secure());
    exchange.unreadable(refused.status().code());
    answer(refused);
  }

  /** Whether the connection stays when the present answer is given; if not, the answer says so. */
  boolean goesOn() {
    return output.goesOn();
  }

  boolean isBetweenRequests() {
    return !requestOpen && !responseOpen;
  }

  boolean wantsContent() {
    Exchange exchange = running;
    return exchange == null || !requestOpen || exchange.wantsContent();
  }

  void clientTakes(boolean more) {
    Exchange exchange = running;
    if (exchange != null) {
      exchange.clientTakes(more);
    }
  }

  /** The client went. */
  void lost() {
    loop.remove(this);
    Exchange exchange = running;
    running = null;
    if (exchange != null) {
      exchange.clientGone();
    }
  }

  /** A later part of the current answer is made elsewhere. */
  void waitFor(Exchange exchange) {
    running = exchange;
  }

  /** Writes a whole response that is encoded already. */
  void answer(ByteBuf response) {
    output.encoded(response);
    answered();
  }

  /** Encodes and writes a whole response. */
  void answer(FullHttpResponse response) {
    give(response);
    answered();
  }

  /** Encodes and writes a part of a response. */
  void give(HttpObject part) {
    Exchange exchange = running;
    if (part instanceof HttpResponse && requestOpen && exchange != null) {
      // what was not read of a request cannot be told from the next one
      output.endsWithThis();
    }
    responseBegun = true;
    output.part(part);
    if (exchange != null && !channel.isWritable()) {
      flush();
      exchange.clientTakes(channel.isWritable());
    }
  }

  /** Tells the client to go on with its request's content. */
  void continues() {
    output.continues();
  }

  void endsWithThis() {
    output.endsWithThis();
  }

  /** The response was written to its end. */
  void answered() {
    responseOpen = false;
    running = null;
    if (!output.goesOn()) {
      requests.end();
      output.closeWhenWritten(requestOpen && !isSecure());
    } else if (!requestOpen) {
      ended(System.nanoTime());
    }
  }

  private void ended(long now) {
    progress.exchangeEnded(now);
    requests.goOn();
  }

  void flush() {
    output.flush();
  }

  /** Reads from the client only what somebody wants. */
  void regulate() {
    requests.regulate();
  }

  /** The pages' server broke off. */
  void serverFailed(boolean headGiven) {
    running = null;
    output.endsWithThis();
    HttpRequest request = asked;
    if (headGiven || request == null) {
      close();
    } else {
      answer(service.refusals().refusal(ProblemKind.INTERNAL, request, service.secure()));
      flush();
    }
  }

  /** The pages' server is not there yet; the connection stays if the request was read whole. */
  void serverStarts() {
    HttpRequest request = Objects.requireNonNull(asked, "no request is under way");
    answer(service.refusals().refusal(ProblemKind.UNAVAILABLE, request, service.secure()));
    flush();
  }

  void closeWhenAnswered() {
    output.endsWithThis();
    if (!responseOpen) {
      close();
    }
  }

  void close() {
    output.close();
  }

  /** Closes the connection for another's sake. */
  void makeRoom() {
    service.traffic().madeRoom();
    close();
  }

  /** Closes the connection if its client makes no progress. */
  void judge(long now) {
    boolean reading = channel.config().isAutoRead();
    progress
        .judge(now, reading, output.pending(), output.taken())
        .ifPresent(
            slowness -> {
              service.traffic().cutOff(slowness);
              close();
            });
  }
}
