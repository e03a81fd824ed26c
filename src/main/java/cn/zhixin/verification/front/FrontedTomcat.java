package cn.zhixin.verification.front;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.ServletContextInitializer;

/**
 * Makes the pages' server as Spring Boot configured it, but on the loopback interface and without
 * TLS; port, address and TLS that were asked for go to the front.
 */
final class FrontedTomcat extends TomcatServletWebServerFactory {
  private static final int KEPT_MILLIS = 60_000;
  private static final int HEADERS = 65_536;

  private final @Nullable FrontMaker maker;
  private final FrontSecret secret = new FrontSecret();
  private @Nullable OpenedFront front;

  FrontedTomcat(FrontMaker maker) {
    this.maker = maker;
  }

  /** Without a front: Spring Boot makes the server of a management port of this one's class. */
  FrontedTomcat() {
    this.maker = null;
  }

  @Override
  public WebServer getWebServer(ServletContextInitializer... initializers) {
    if (maker == null) {
      return super.getWebServer(initializers);
    }
    OpenedFront opened = open(maker);
    front = opened;
    try {
      bePagesServer();
      return super.getWebServer(initializers);
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private OpenedFront open(FrontMaker made) {
    int port = Math.max(0, getPort());
    InetAddress asked = getAddress();
    SslBundle tls = Ssl.isEnabled(getSsl()) ? getSslBundle() : null;
    Ssl.ClientAuth clientAuth = getSsl() == null ? null : getSsl().getClientAuth();
    return new OpenedFront(
        asked == null ? new InetSocketAddress(port) : new InetSocketAddress(asked, port),
        made.limits().opening(),
        made.first(),
        pages -> made.front(secret, pages, tls, clientAuth));
  }

  private void bePagesServer() {
    setPort(0);
    setAddress(InetAddress.getLoopbackAddress());
    setSsl(null);
    List<Valve> valves = new ArrayList<>();
    valves.add(new FrontDoor(secret));
    valves.addAll(getEngineValves());
    setEngineValves(valves);
    addConnectorCustomizers(
        connector -> {
          if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
            protocol.setKeepAliveTimeout(KEPT_MILLIS);
          }
          if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setMaxKeepAliveRequests(-1);
            http.setMaxHttpRequestHeaderSize(HEADERS);
          }
        });
  }

  @Override
  protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
    return front == null
        ? super.getTomcatWebServer(tomcat)
        : new FrontedWebServer(tomcat, getShutdown(), front);
  }
}
