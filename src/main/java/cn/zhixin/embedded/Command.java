package cn.zhixin.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs to its end, its output kept in a file for whoever must explain a failure. */
record Command(List<String> words, Path output) {
  private static final int TAIL = 2000;

  Command {
    words = List.copyOf(words);
  }

  /**
   * Waits for the end.
   *
   * @throws EmbeddedServerUnavailable if it cannot start, takes too long or ends with an error;
   *     with the end of its output
   */
  void run(Duration patience) {
    int exit;
    try {
      // to a file, not a pipe: a server that stays behind would keep the pipe open for good
      Process process =
          cleanEnvironment(new ProcessBuilder(words))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new EmbeddedServerUnavailable(
            name() + " took longer than " + patience.toSeconds() + " s." + tail());
      }
      exit = process.exitValue();
    } catch (IOException e) {
      throw new EmbeddedServerUnavailable("Cannot run " + name() + ": " + e.getMessage() + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerUnavailable("Interrupted while waiting for " + name() + ".", e);
    }
    if (exit != 0) {
      throw new EmbeddedServerUnavailable(name() + " ended with " + exit + "." + tail());
    }
  }

  private static ProcessBuilder cleanEnvironment(ProcessBuilder builder) {
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    environment.put("LC_ALL", "C");
    return builder;
  }

  private String name() {
    return String.join(" ", words);
  }

  private String tail() {
    try {
      String all = new String(Files.readAllBytes(output), StandardCharsets.UTF_8).strip();
      return System.lineSeparator() + all.substring(Math.max(0, all.length() - TAIL));
    } catch (IOException e) {
      return " Its output in " + output + " cannot be read: " + e.getMessage();
    }
  }
}
