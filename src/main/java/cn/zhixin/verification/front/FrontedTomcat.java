package cn.zhixin.verification.front;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

  private final @Nullable Supplier<FrontMaker> maker;
  private final FrontSecret secret = new FrontSecret();
  private InetSocketAddress address = new InetSocketAddress(0);
  private @Nullable SslBundle tls;
  private Ssl.@Nullable ClientAuth clientAuth;

  /**
   * @param maker asked for once the server is made
   */
  FrontedTomcat(Supplier<FrontMaker> maker) {
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
    int port = Math.max(0, getPort());
    InetAddress asked = getAddress();
    address = asked == null ? new InetSocketAddress(port) : new InetSocketAddress(asked, port);
    tls = Ssl.isEnabled(getSsl()) ? getSslBundle() : null;
    clientAuth = getSsl() == null ? null : getSsl().getClientAuth();
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
    return super.getWebServer(initializers);
  }

  @Override
  protected TomcatWebServer getTomcatWebServer(Tomcat tomcat) {
    if (maker == null) {
      return super.getTomcatWebServer(tomcat);
    }
    FrontMaker front = maker.get();
    return new FrontedWebServer(
        tomcat, getShutdown(), address, pages -> front.front(secret, pages, tls, clientAuth));
  }
}
