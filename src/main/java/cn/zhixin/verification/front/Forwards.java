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
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Makes requests ready for the pages' server, or refuses those that no server here takes. */
final class Forwards {
  private final FrontSecret secret;
  private final Clients clients;
  private final Refusals refusals;
  private final Traffic traffic;
  private final String ownHost;

  /**
   * @param publicAddress scheme and host of this service; empty for the address that each request
   *     came to
   */
  Forwards(
      FrontSecret secret,
      Clients clients,
      Refusals refusals,
      Traffic traffic,
      String publicAddress) {
    String host = Target.authority(publicAddress);
    this.ownHost = host == null ? "" : host;
    this.secret = secret;
    this.clients = clients;
    this.refusals = refusals;
    this.traffic = traffic;
  }

  void begin(HttpRequest request, ClientConnection client) {
    HttpHeaders headers = request.headers();
    Client who = clients.of(request, client.client(), client.isSecure());
    ProblemKind fault = fault(request);
    if (fault != null) {
      client.endsWithThis();
      FullHttpResponse refused = refusals.refusal(fault, request, who.secure());
      traffic.refused(request.method().name(), refused.status().code(), 0, 0);
      client.answer(refused);
      return;
    }
    Account account = traffic.handsOn(request);
    if (HttpUtil.is100ContinueExpected(request)) {
      client.continues();
    }
    headers.remove(HttpHeaderNames.EXPECT);
    boolean chunked = HttpUtil.isTransferEncodingChunked(request);
    Hops.strip(headers);
    if (!chunked) {
      headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    }
    Clients.clean(headers);
    String host = who.host() == null ? hostOfOld(request, client) : who.host();
    if (host != null) {
      headers.set(HttpHeaderNames.HOST, host);
    }
    headers.set(FrontSecret.HEADER, secret.write(who));
    request.setProtocolVersion(HttpVersion.HTTP_1_1);
    Forwarding forwarding = new Forwarding(client, client.loop().links(), request, account);
    client.waitFor(forwarding);
    forwarding.start();
  }

  /** Why no server here takes it, or null. */
  private static @Nullable ProblemKind fault(HttpRequest request) {
    if (request.protocolVersion().majorVersion() != 1) {
      return ProblemKind.VERSION_NOT_SUPPORTED;
    }
    if (request.method().equals(HttpMethod.CONNECT)) {
      // no address knows it: there is no Allow to name what does (RFC 9110 §9.1)
      return ProblemKind.METHOD_NOT_IMPLEMENTED;
    }
    // the only one there is (RFC 9110 §10.1.1)
    boolean known =
        request.headers().getAll(HttpHeaderNames.EXPECT).stream()
            .allMatch(HttpHeaderValues.CONTINUE::contentEqualsIgnoreCase);
    return known ? null : ProblemKind.EXPECTATION_FAILED;
  }

  /**
   * HTTP/1.0 knows no {@code Host} (RFC 9112 §3.2), but what is handed on is HTTP/1.1.
   *
   * @return null if the request says for itself which host it wants, as it must in HTTP/1.1
   */
  private @Nullable String hostOfOld(HttpRequest request, ClientConnection client) {
    if (!request.protocolVersion().equals(HttpVersion.HTTP_1_0)
        || request.headers().contains(HttpHeaderNames.HOST)) {
      return null;
    }
    String asked = Target.authority(request.uri());
    if (asked != null) {
      return asked;
    }
    return ownHost.isEmpty()
        ? NetUtil.toSocketAddressString((InetSocketAddress) client.channel().localAddress())
        : ownHost;
  }
}
