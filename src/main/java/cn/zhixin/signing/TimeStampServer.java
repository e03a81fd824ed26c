package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A {@link TimeStampAuthority} over HTTP (RFC 3161 §3.4), on the loopback interface only. */
public final class TimeStampServer implements AutoCloseable {
  private static final int MAX_QUERY = 4096;
  private static final int THREADS = 2;

  static {
    // else each answer's body waits 40 ms for the client to acknowledge its head
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private TimeStampServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * @param port 0 for any that is free
   */
  public static TimeStampServer start(TimeStampAuthority authority, int port) throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(loopback, 0);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "time-stamp");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(authority, exchange));
    server.start();
    return new TimeStampServer(server, threads);
  }

  public URI address() {
    InetSocketAddress bound = server.getAddress();
    return URI.create(
        "http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(TimeStampAuthority authority, HttpExchange exchange)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] query = exchange.getRequestBody().readNBytes(MAX_QUERY);
      byte[] response = authority.respond(Bytes.wrap(query)).unsafeArray();
      exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, response.length);
      exchange.getResponseBody().write(response);
    }
  }
}
