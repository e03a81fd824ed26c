package cn.zhixin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the packaged jar as its users do: in a process of its own, which a test may kill. */
public final class Program {
  private static final long LIMIT_SECONDS = 420;

  private final Path home;
  private final List<String> properties;

  /**
   * @param home the data folder, {@code zhixin.home}
   * @param properties further system properties, {@code name=value}
   */
  public Program(Path home, String... properties) {
    this.home = home;
    this.properties = List.of(properties);
  }

  /** Starts a command and returns at once; its output goes to the file. */
  public Process start(Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-Dzhixin.home=" + home);
    properties.forEach(property -> command.add("-D" + property));
    command.add("-jar");
    command.add(System.getProperty("zhixin.jar", "target/zhixin.jar"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
    return builder.redirectOutput(output.toFile()).start();
  }

  /** Runs a command to its end. */
  public Result run(String... arguments) throws IOException, InterruptedException {
    Path output = Files.createTempFile("zhixin-", ".out");
    Process process = start(output, arguments);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new IllegalStateException("still running: " + Files.readString(output));
    }
    return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }

  /** What a command said, standard output and error together, and its exit code. */
  public record Result(int exitCode, String output) {}
}
