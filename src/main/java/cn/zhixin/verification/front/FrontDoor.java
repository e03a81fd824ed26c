package cn.zhixin.verification.front;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The first valve of the pages' server: lets in what the front sent, as if the client had come
 * itself, and nothing else.
 */
final class FrontDoor extends ValveBase {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final FrontSecret secret;

  FrontDoor(FrontSecret secret) {
    super(true);
    this.secret = secret;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request inner = request.getCoyoteRequest();
    if (request.isAsyncDispatching()) {
      // let in before, goes on after waiting
      getNext().invoke(request, response);
      return;
    }
    if (response.getStatus() >= BAD_REQUEST) {
      // refused before its headers were read: what follows makes the words, no page sees it
      getNext().invoke(request, response);
      return;
    }
    String written = inner.getHeader(FrontSecret.HEADER);
    Optional<FrontSecret.Told> client = written == null ? Optional.empty() : secret.read(written);
    if (client.isEmpty()) {
      response.setStatus(FORBIDDEN);
      response.setContentLength(0);
      return;
    }
    inner.getMimeHeaders().removeHeader(FrontSecret.HEADER);
    describe(request, inner, client.get());
    request.setAttribute(RouteTeller.FRONTED, Boolean.TRUE);
    getNext().invoke(request, response);
  }

  private static void describe(
      Request request, org.apache.coyote.Request inner, FrontSecret.Told client) {
    request.setRemoteAddr(client.address());
    request.setRemoteHost(client.address());
    if (client.secure()) {
      request.setSecure(true);
      inner.scheme().setString("https");
      // what Tomcat takes for granted where the Host header names no port
      if (request.getServerPort() == HTTP && !hostNamesAPort(inner)) {
        request.setServerPort(HTTPS);
      }
    }
  }

  private static boolean hostNamesAPort(org.apache.coyote.Request inner) {
    String host = inner.getHeader("Host");
    return host != null && host.endsWith(":" + HTTP);
  }
}
