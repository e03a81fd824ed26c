package cn.zhixin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar as a service in a process of its own, and what it answers over HTTP. */
public final class RunningService implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(5);
  private static final long STOP_SECONDS = 120;
  private static final long POLL_MILLIS = 50;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Process process;
  private final Path log;
  private final int port;

  private RunningService(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /** An answer: its status, verdict (or the problem's type, where there is none) and successor. */
  public record Answer(int status, String verdict, String successor) {}

  /** Starts the service on a free port; returns when the demo's certificates are there. */
  public static RunningService start(Program program, Path log) throws Exception {
    int port = freePort();
    Process process = program.start(log, "serve", "--server.port=" + port);
    return start(process, log, port, "its PDF: ");
  }

  /**
   * One that was started in another way, once its log has these words.
   *
   * @param log where its output goes
   */
  static RunningService start(Process process, Path log, int port, String words) throws Exception {
    RunningService service = new RunningService(process, log, port);
    service.await(START, () -> service.log().contains(words));
    return service;
  }

  /** One that nobody listened on a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until something holds; fails when it takes too long or the service has ended. */
  public void await(Duration patience, Callable<Boolean> what) throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (!what.call()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        process.destroyForcibly();
        throw new AssertionError("the service did not get there: " + log());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  /** The code in the address that the log printed for the first demo certificate. */
  public String firstCode() throws IOException {
    return printed("first QR: http://localhost:" + port + "/v/([0-9A-Z]{16})");
  }

  /** The file that the log printed for the first demo certificate. */
  public Path firstFile() throws IOException {
    return Path.of(printed("its PDF: (/.*\\.pdf)"));
  }

  private String printed(String pattern) throws IOException {
    Matcher line = Pattern.compile(pattern).matcher(log());
    if (!line.find()) {
      throw new AssertionError("not in the log: " + pattern + "\n" + log());
    }
    return line.group(1);
  }

  /** From the programming interface. */
  public Answer answer(String code) throws IOException, InterruptedException {
    HttpResponse<String> response = get("/api/v1/certificates/" + code, "application/json");
    JsonNode body = JSON.readTree(response.body());
    String verdict = body.path("verdict").asString("");
    return new Answer(
        response.statusCode(),
        verdict.isEmpty() ? body.path("type").asString("") : verdict,
        body.path("successor").asString(""));
  }

  /** The page behind the QR, in Chinese. */
  public HttpResponse<String> page(String code) throws IOException, InterruptedException {
    return get("/v/" + code, "text/html");
  }

  public HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Accept", accept)
            .header("Accept-Language", "zh-CN")
            .timeout(Duration.ofSeconds(20))
            .build(),
        BodyHandlers.ofString());
  }

  /** As a power cut would: nothing of the program runs any more. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to stop, as a terminal or a service manager does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("the service does not stop when it is told to");
    }
  }
}
