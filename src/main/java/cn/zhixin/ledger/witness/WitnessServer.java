package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.MalformedNote;
import cn.zhixin.ledger.note.NoteSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A {@link Witness} over HTTP: {@code POST /add-checkpoint} (C2SP tlog-witness), nothing else. */
public final class WitnessServer implements AutoCloseable {
  /** Content type of a conflict's answer. */
  static final String SIZE = "text/x.tlog.size";

  private static final Logger LOG = LoggerFactory.getLogger(WitnessServer.class);
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int THREADS = 8;

  static {
    // else each answer's body waits 40 ms for the client to acknowledge its head
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // seconds, after which a client that does not finish its request loses its connection
    System.setProperty("sun.net.httpserver.maxReqTime", "20");
  }

  private final HttpServer server;
  private final ExecutorService threads;

  private WitnessServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * @param at port 0 for any that is free
   */
  public static WitnessServer start(Witness witness, InetSocketAddress at) throws IOException {
    HttpServer server = HttpServer.create(at, 0);
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "witness");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(witness, exchange));
    server.start();
    return new WitnessServer(server, threads);
  }

  /** The submission prefix that a log is told. */
  public URI address() {
    InetSocketAddress bound = server.getAddress();
    String host = bound.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort());
  }

  /** Answers no more; a request that is being answered is cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(Witness witness, HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(AddCheckpoint.PATH)) {
        say(exchange, 404, TEXT, "only " + AddCheckpoint.PATH + "\n");
      } else if (!exchange.getRequestMethod().equals("POST")) {
        exchange.getResponseHeaders().set("Allow", "POST");
        say(exchange, 405, TEXT, "only POST\n");
      } else {
        byte[] body = exchange.getRequestBody().readNBytes(AddCheckpoint.LONGEST + 1);
        if (body.length > AddCheckpoint.LONGEST) {
          say(exchange, 413, TEXT, "at most " + AddCheckpoint.LONGEST + " bytes\n");
        } else {
          add(witness, exchange, Bytes.wrap(body));
        }
      }
    }
  }

  private static void add(Witness witness, HttpExchange exchange, Bytes body) throws IOException {
    AddCheckpoint request;
    try {
      request = AddCheckpoint.parse(body);
    } catch (MalformedNote e) {
      say(exchange, 400, TEXT, e.getMessage() + "\n");
      return;
    }
    WitnessAnswer answer;
    try {
      answer = witness.add(request);
    } catch (IOException e) {
      LOG.error("the witness's record cannot be read or written; nothing is cosigned", e);
      say(exchange, 500, TEXT, "the witness's record cannot be read or written\n");
      return;
    }
    say(exchange, answer);
  }

  private static void say(HttpExchange exchange, WitnessAnswer answer) throws IOException {
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      String lines =
          cosigned.signatures().stream()
              .map(NoteSignature::line)
              .collect(Collectors.joining("\n", "", "\n"));
      say(exchange, 200, TEXT, lines);
    } else if (answer instanceof WitnessAnswer.Malformed malformed) {
      say(exchange, 400, TEXT, malformed.reason() + "\n");
    } else if (answer instanceof WitnessAnswer.NotSigned) {
      say(exchange, 403, TEXT, "not signed by a trusted key of the log\n");
    } else if (answer instanceof WitnessAnswer.UnknownLog) {
      say(exchange, 404, TEXT, "a log that is not watched\n");
    } else if (answer instanceof WitnessAnswer.OtherSize other) {
      say(exchange, 409, SIZE, other.latest() + "\n");
    } else if (answer instanceof WitnessAnswer.OtherRoot fork) {
      LOG.warn(
          "a log forked at a size already cosigned; it signed:\n{}", fork.evidence().encoded());
      say(exchange, 409, SIZE, fork.latest() + "\n");
    } else if (answer instanceof WitnessAnswer.NotConsistent unproven) {
      LOG.warn(
          "not proven to continue what was cosigned; the log signed:\n{}",
          unproven.evidence().encoded());
      say(exchange, 422, TEXT, "the consistency proof does not verify\n");
    }
  }

  private static void say(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = Bytes.ofUtf8(text).unsafeArray();
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
