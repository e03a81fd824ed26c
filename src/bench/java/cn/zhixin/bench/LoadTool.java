package cn.zhixin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** wrk, in a process of its own: requests over kept connections for some seconds. */
final class LoadTool {
  static final int CONNECTIONS = 64;

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in");
  private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private LoadTool() {}

  /**
   * What one run measured.
   *
   * @param cpuMicros CPU time of this process's threads for each request, without those of the JVM
   *     itself, which compile when they come to it
   */
  record Load(long requests, double requestsPerSecond, double p99Millis, double cpuMicros) {}

  static Load run(String url, double seconds) throws IOException, InterruptedException {
    return run(url, seconds, CONNECTIONS);
  }

  /**
   * @param headers as {@code Name: value}
   */
  static Load run(String url, double seconds, int connections, String... headers)
      throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-t1",
                "-c" + connections,
                "-d" + Math.max(1, Math.round(seconds)) + "s",
                "--latency"));
    for (String header : headers) {
      arguments.addAll(List.of("-H", header));
    }
    arguments.add(url);
    long cpu = cpuNanos();
    Process process = start(arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || FAILED.matcher(output).find()) {
      throw new IOException("wrk failed (Debian package wrk): " + output);
    }
    double cpuMicros = (cpuNanos() - cpu) / 1e3;
    Matcher p99 = P99.matcher(output);
    long requests = Long.parseLong(first(COUNT, output));
    return new Load(
        requests,
        Double.parseDouble(first(RATE, output)),
        p99.find() ? Double.parseDouble(p99.group(1)) * unit(p99.group(2)) : Double.NaN,
        cpuMicros / requests);
  }

  private static long cpuNanos() {
    // −1 for a thread that has ended meanwhile
    return Arrays.stream(THREADS.getAllThreadIds())
        .map(THREADS::getThreadCpuTime)
        .filter(nanos -> nanos > 0)
        .sum();
  }

  private static Process start(List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("wrk"));
    command.addAll(arguments);
    try {
      return new ProcessBuilder(Cores.on(1, command)).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IOException("this benchmark needs wrk: install the Debian package wrk", e);
    }
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "us" -> 0.001;
      case "ms" -> 1;
      default -> 1000;
    };
  }

  private static String first(Pattern pattern, String output) throws IOException {
    Matcher matcher = pattern.matcher(output);
    if (!matcher.find()) {
      throw new IOException("wrk said no rate: " + output);
    }
    return matcher.group(1);
  }
}
