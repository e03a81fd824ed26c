package cn.zhixin;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that are not ours and that checks compare us with: zbar, poppler and others.
 *
 * <p>Where one is not installed the check says so and is skipped, unless the system property {@code
 * zhixin.checks} is {@code required}: then it fails.
 */
public final class ExternalTools {
  private static final int TIMEOUT_SECONDS = 120;

  /**
   * What a program said.
   *
   * @param exit its exit status
   * @param output standard output, UTF-8, without white space at its ends
   * @param errors standard error, the same
   */
  public record Outcome(int exit, String output, String errors) {}

  private ExternalTools() {}

  /** The program's path; the calling test is skipped, or fails, without it. */
  public static Path require(String program) {
    Optional<Path> found = find(program);
    requireThat(found.isPresent(), program + " is not installed");
    return found.orElseThrow();
  }

  /** For other things a check cannot do without: data, a module of Python. */
  public static void requireThat(boolean present, String missing) {
    if (!present && System.getProperty("zhixin.checks", "optional").equals("required")) {
      fail("the check is required: " + missing);
    }
    Assumptions.assumeTrue(present, "SKIPPED: " + missing);
  }

  public static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs the command and waits for its end. */
  public static Outcome run(Object... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("zhixin-output", ".txt");
    Path errors = Files.createTempFile("zhixin-errors", ".txt");
    try {
      Process process =
          new ProcessBuilder(Arrays.stream(command).map(Object::toString).toList())
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return fail(command[0] + " did not end within " + TIMEOUT_SECONDS + " s");
      }
      return new Outcome(process.exitValue(), read(output), read(errors));
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
  }
}
