package cn.zhixin.verification.faults;

import cn.zhixin.Program;
import cn.zhixin.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public node in a process of its own, which may be stopped as a paused machine is. */
final class PublicProcess implements AutoCloseable {
  private static final Pattern VERDICT = Pattern.compile("\"verdict\"\\s*:\\s*\"([A-Z_]+)\"");
  private static final Duration START = Duration.ofMinutes(5);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private PublicProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Returns when the node answers that the certificate is valid. */
  static PublicProcess start(Program program, Path log, String code) throws Exception {
    int port = RunningService.freePort();
    Process process = program.start(log, "serve", "--roles", "public", "--server.port=" + port);
    PublicProcess node = new PublicProcess(process, port);
    long end = System.nanoTime() + START.toNanos();
    while (!node.verdict(code).equals(Optional.of("VALID"))) {
      if (System.nanoTime() > end || !process.isAlive()) {
        process.destroyForcibly();
        throw new AssertionError("the node does not answer: " + Files.readString(log));
      }
      Thread.sleep(100);
    }
    return node;
  }

  /** Empty if it did not answer, within ten seconds or at all. */
  Optional<String> verdict(String code) throws InterruptedException {
    try {
      String body =
          client
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://localhost:" + port + "/api/v1/certificates/" + code))
                      .header("Accept", "application/json")
                      .timeout(Duration.ofSeconds(10))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      Matcher verdict = VERDICT.matcher(body);
      return verdict.find() ? Optional.of(verdict.group(1)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(process.pid());
    int exit = new ProcessBuilder("kill", "-" + name, pid).start().waitFor();
    if (exit != 0) {
      throw new IOException("kill -" + name + " ended with " + exit);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    signal("CONT");
    process.destroy();
    process.waitFor();
  }
}
