package cn.zhixin.verification.front;

import java.net.InetSocketAddress;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.catalina.startup.Tomcat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.GracefulShutdownCallback;
import org.springframework.boot.web.server.GracefulShutdownResult;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.server.WebServerException;

/** The pages' server on the loopback interface with the front before it, as one server. */
final class FrontedWebServer extends TomcatWebServer {
  private static final Logger LOG = LoggerFactory.getLogger(FrontedWebServer.class);

  private final InetSocketAddress address;
  private final Front front;
  private final boolean graceful;

  /**
   * @param makeFront given the way to ask for the pages' server's port
   */
  FrontedWebServer(
      Tomcat tomcat,
      Shutdown shutdown,
      InetSocketAddress address,
      Function<IntSupplier, Front> makeFront) {
    super(tomcat, true, shutdown);
    this.address = address;
    this.graceful = shutdown == Shutdown.GRACEFUL;
    this.front = makeFront.apply(super::getPort);
  }

  @Override
  public void start() throws WebServerException {
    super.start();
    try {
      front.start(address);
    } catch (RuntimeException e) {
      // whatever hinders it, the port is what cannot be had; the cause says why
      stop();
      throw new PortInUseException(address.getPort(), e);
    }
    LOG.info("Listening on port {}", front.port());
  }

  @Override
  public int getPort() {
    // asked for by the parent's constructor too
    return front == null ? super.getPort() : front.port();
  }

  @Override
  public void shutDownGracefully(GracefulShutdownCallback callback) {
    if (!graceful) {
      callback.shutdownComplete(GracefulShutdownResult.IMMEDIATE);
      return;
    }
    front.closeWhenAnswered(() -> super.shutDownGracefully(callback));
  }

  @Override
  public void stop() throws WebServerException {
    front.stop();
    super.stop();
  }
}
