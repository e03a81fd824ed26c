package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers over HTTP whatever a test wants. */
final class ScriptedWitness implements AutoCloseable {
  final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private ScriptedWitness(Script script) throws IOException {
    server = HttpServer.create(RunningWitness.loopback(), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          try (exchange) {
            script.answer(exchange, Bytes.wrap(exchange.getRequestBody().readAllBytes()));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  static ScriptedWitness answering(Script script) throws IOException {
    return new ScriptedWitness(script);
  }

  static ScriptedWitness answering(int status, String body) throws IOException {
    return answering((exchange, request) -> say(exchange, status, body));
  }

  /** Takes the request and says nothing for longer than any test waits. */
  static ScriptedWitness silent() throws IOException {
    return answering((exchange, request) -> Thread.sleep(60_000));
  }

  static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = Bytes.ofUtf8(text).unsafeArray();
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  @FunctionalInterface
  interface Script {
    void answer(HttpExchange exchange, Bytes request) throws IOException, InterruptedException;
  }
}
