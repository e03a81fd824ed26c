package cn.zhixin.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Another JVM that uses a home until it is told to leave, or is killed. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private OtherProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** What the other JVM runs: opens, tells the address, waits for the end of its input. */
  public static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws IOException {
      try (EmbeddedServers servers = EmbeddedServers.open(Path.of(arguments[0]), true)) {
        System.out.println("jdbcUrl=" + servers.jdbcUrl());
        while (System.in.read() >= 0) {
          // until our parent closes the pipe
        }
      }
    }
  }

  static OtherProcess using(Path home) throws IOException {
    return new OtherProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Waits until it has the servers. */
  String jdbcUrl() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("jdbcUrl=")) {
        return line.substring("jdbcUrl=".length());
      }
    }
    throw new IOException("the other process ended without an address");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it leave properly and waits for its end. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("the other process does not end");
    }
  }
}
