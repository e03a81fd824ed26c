package cn.zhixin.verification.front;

import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One request handed on to the pages' server, and its response handed back. Both stream; whoever is
 * slower holds up the other.
 */
final class Forwarding implements Exchange {
  private final ClientConnection client;
  private final TomcatLinks links;
  private final HttpRequest request;
  private final Account account;

  /** Until the link is there. */
  private final Deque<HttpContent> waiting = new ArrayDeque<>();

  private @Nullable TomcatLink link;
  private boolean requestSent;
  private boolean headGiven;
  private boolean informational;
  private boolean linkIsKept = true;
  private boolean over;

  /**
   * @param request as it is to be sent, without what concerned the client's connection
   */
  Forwarding(ClientConnection client, TomcatLinks links, HttpRequest request, Account account) {
    this.client = client;
    this.links = links;
    this.request = request;
    this.account = account;
  }

  void start() {
    links.take(this::linked, this::tooLate);
  }

  /** The pages' server is not there yet. */
  private void tooLate() {
    if (!over) {
      account.head(Traffic.NO_ROUTE, HttpResponseStatus.SERVICE_UNAVAILABLE.code());
      end(false);
      client.serverStarts();
    }
  }

  private void linked(@Nullable TomcatLink taken) {
    if (over) {
      if (taken != null) {
        links.keep(taken, System.nanoTime());
      }
      return;
    }
    if (taken == null) {
      fail();
      return;
    }
    link = taken;
    taken.use(this);
    taken.write(request);
    while (!over && !waiting.isEmpty()) {
      content(waiting.removeFirst());
    }
    client.regulate();
  }

  @Override
  public void content(HttpContent content) {
    TomcatLink server = link;
    if (over) {
      content.release();
    } else if (server == null) {
      waiting.addLast(content);
    } else {
      requestSent = content instanceof LastHttpContent;
      server.write(requestSent ? last(content) : content);
    }
  }

  /** Without trailers: they are meant for whoever decodes the chunks. */
  private static HttpContent last(HttpContent content) {
    if (!content.content().isReadable()) {
      content.release();
      return LastHttpContent.EMPTY_LAST_CONTENT;
    }
    return new io.netty.handler.codec.http.DefaultLastHttpContent(content.content());
  }

  @Override
  public boolean wantsContent() {
    return over || (link != null && link.takesMore());
  }

  @Override
  public void clientTakes(boolean more) {
    if (link != null && !over) {
      link.reads(more);
    }
  }

  @Override
  public void clientGone() {
    end(false);
  }

  @Override
  public void unreadable(int status) {
    account.head(Traffic.NO_ROUTE, status);
    end(false);
  }

  void serverTakes() {
    client.regulate();
  }

  void responseHead(HttpResponse response) {
    informational = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (informational) {
      return;
    }
    headGiven = true;
    linkIsKept = HttpUtil.isKeepAlive(response);
    Hops.strip(response.headers());
    String route = response.headers().get(RouteTeller.HEADER);
    response.headers().remove(RouteTeller.HEADER);
    account.head(route == null ? Traffic.NO_ROUTE : route, response.status().code());
    if (client.speaksOldVersion() && HttpUtil.isTransferEncodingChunked(response)) {
      response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING);
      client.endsWithThis();
    }
    response.setProtocolVersion(HttpVersion.HTTP_1_1);
    client.give(response);
  }

  void responseContent(HttpContent content) {
    boolean last = content instanceof LastHttpContent;
    if (informational) {
      content.release();
      return;
    }
    account.sent(content.content().readableBytes());
    if (!last) {
      client.give(content);
      return;
    }
    if (content.content().isReadable()) {
      client.give(new DefaultHttpContent(content.content()));
    } else {
      content.release();
    }
    client.give(LastHttpContent.EMPTY_LAST_CONTENT);
    end(linkIsKept && requestSent);
    client.flush();
    client.answered();
  }

  void responsePause() {
    client.flush();
  }

  void serverGone() {
    if (!over) {
      fail();
    }
  }

  /** Says so while it still can be said. */
  private void fail() {
    if (!headGiven) {
      account.head(Traffic.NO_ROUTE, HttpResponseStatus.INTERNAL_SERVER_ERROR.code());
    }
    end(false);
    client.serverFailed(headGiven);
  }

  private void end(boolean keepLink) {
    over = true;
    account.close();
    waiting.forEach(ReferenceCountUtil::release);
    waiting.clear();
    TomcatLink server = link;
    link = null;
    if (server != null) {
      server.use(null);
      if (keepLink) {
        links.keep(server, System.nanoTime());
      } else {
        server.close();
      }
    }
  }
}
