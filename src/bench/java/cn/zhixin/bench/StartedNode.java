package cn.zhixin.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A public node in a process of its own, timed from its start to its first good answer. */
final class StartedNode implements AutoCloseable {
  private static final long POLL_MILLIS = 5;
  private static final long PATIENCE_SECONDS = 180;
  private static final String GOOD = "HTTP/1.1 200 ";

  private final Process process;
  private final StartTime time;

  private StartedNode(Process process, StartTime time) {
    this.process = process;
    this.time = time;
  }

  /**
   * @param command the JVM with its options, up to the jar
   * @param answer address of an answer that is there
   * @param folder the process's working directory, and where its log goes
   */
  static StartedNode start(List<String> command, List<String> arguments, URI answer, Path folder)
      throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(arguments);
    Path log = folder.resolve("node.log");
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    long start = System.nanoTime();
    Process process = builder.start();
    while (!answers(answer)) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE_SECONDS * 1_000_000_000) {
        process.destroyForcibly();
        throw new IllegalStateException("the node does not answer: " + Files.readString(log));
      }
      Thread.sleep(POLL_MILLIS);
    }
    return new StartedNode(process, StartTime.upToNow(process, start));
  }

  private static boolean answers(URI answer) {
    // by hand: an HTTP client has a start of its own, which would count as the node's
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(answer.getRawPath(), answer.getAuthority());
    try (Socket knock = new Socket(answer.getHost(), answer.getPort())) {
      knock.setSoTimeout((int) PATIENCE_SECONDS * 1000);
      knock.getOutputStream().write(request.getBytes(US_ASCII));
      byte[] status = knock.getInputStream().readNBytes(GOOD.length());
      return new String(status, US_ASCII).equals(GOOD);
    } catch (IOException e) {
      return false;
    }
  }

  StartTime time() {
    return time;
  }

  /** In full, so that what is left is what the node holds. */
  void collectGarbage(Path jdk) throws IOException, InterruptedException {
    String command = jdk.resolve("bin/jcmd").toString();
    Process jcmd =
        new ProcessBuilder(command, Long.toString(process.pid()), "GC.run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (jcmd.waitFor() != 0) {
      throw new IOException("jcmd could not ask for a collection");
    }
  }

  /** A line of one of its files in {@code /proc}, in megabytes of 10⁶ bytes. */
  double megabytes(String file, String line) throws IOException {
    for (String each : Files.readAllLines(Path.of("/proc/" + process.pid() + "/" + file))) {
      if (each.startsWith(line + ":")) {
        return Long.parseLong(each.replaceAll("\\D", "")) * 1024 / 1e6;
      }
    }
    throw new IOException("no " + line + " of process " + process.pid());
  }

  /** Ends it as a service manager does, and waits: a training run writes its cache then. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the node does not stop");
    }
  }
}
