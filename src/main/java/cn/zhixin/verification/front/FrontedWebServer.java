package cn.zhixin.verification.front;

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

  private final OpenedFront front;
  private final boolean graceful;

  /**
   * @param front answers already, or will in a moment; its pages wait for this server
   */
  FrontedWebServer(Tomcat tomcat, Shutdown shutdown, OpenedFront front) {
    super(tomcat, true, shutdown);
    this.graceful = shutdown == Shutdown.GRACEFUL;
    this.front = front;
  }

  @Override
  public void start() throws WebServerException {
    super.start();
    try {
      front.serve(super::getPort);
    } catch (PortInUseException e) {
      stop();
      throw e;
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
    front.close();
    super.stop();
  }
}
