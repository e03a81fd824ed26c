package cn.zhixin.verification.front;

import cn.zhixin.verification.web.ProblemKind;
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

  Forwards(FrontSecret secret, Clients clients, Refusals refusals) {
    this.secret = secret;
    this.clients = clients;
    this.refusals = refusals;
  }

  void begin(HttpRequest request, ClientConnection client) {
    HttpHeaders headers = request.headers();
    String expected = headers.get(HttpHeaderNames.EXPECT);
    if (request.method().equals(HttpMethod.CONNECT)
        || request.protocolVersion().majorVersion() != 1
        || (expected != null && !HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expected))) {
      client.endsWithThis();
      client.answer(refusals.page(ProblemKind.BAD_REQUEST, client.isSecure()));
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
    clients.clean(headers);
    headers.set(FrontSecret.HEADER, secret.write(client.client(), client.isSecure()));
    request.setProtocolVersion(HttpVersion.HTTP_1_1);
    Forwarding forwarding = new Forwarding(client, client.loop().links(), request);
    client.waitFor(forwarding);
    forwarding.start();
  }
}
