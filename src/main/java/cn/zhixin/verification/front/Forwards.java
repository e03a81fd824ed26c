package cn.zhixin.verification.front;

import cn.zhixin.verification.web.ProblemKind;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Makes requests ready for the pages' server, or refuses those that no server here takes. */
final class Forwards {
  private final FrontSecret secret;
  private final Clients clients;
  private final Refusals refusals;
  private final Traffic traffic;

  Forwards(FrontSecret secret, Clients clients, Refusals refusals, Traffic traffic) {
    this.secret = secret;
    this.clients = clients;
    this.refusals = refusals;
    this.traffic = traffic;
  }

  void begin(HttpRequest request, ClientConnection client) {
    HttpHeaders headers = request.headers();
    Client who = clients.of(request, client.client(), client.isSecure());
    Account account = traffic.handsOn(request);
    String expected = headers.get(HttpHeaderNames.EXPECT);
    if (request.method().equals(HttpMethod.CONNECT)
        || request.protocolVersion().majorVersion() != 1
        || (expected != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected))) {
      client.endsWithThis();
      FullHttpResponse refused = refusals.page(ProblemKind.BAD_REQUEST, who.secure());
      traffic.refused(request.method().name(), refused.status().code(), 0, 0);
      client.answer(refused);
      return;
    }
    if (expected != null && HttpUtil.is100ContinueExpected(request)) {
      client.continues();
    }
    headers.remove(HttpHeaderNames.EXPECT);
    boolean chunked = HttpUtil.isTransferEncodingChunked(request);
    Hops.strip(headers);
    if (!chunked) {
      headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    }
    Clients.clean(headers);
    if (who.host() != null) {
      headers.set(HttpHeaderNames.HOST, who.host());
    }
    headers.set(FrontSecret.HEADER, secret.write(who));
    request.setProtocolVersion(HttpVersion.HTTP_1_1);
    Forwarding forwarding = new Forwarding(client, client.loop().links(), request, account);
    client.waitFor(forwarding);
    forwarding.start();
  }
}
