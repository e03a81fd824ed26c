package cn.zhixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process has taken until it did what it was started for.
 *
 * @param seconds on the clock
 * @param cpuSeconds of all its threads, the compilers' among them: what other work on the machine
 *     hardly changes
 * @param mainCpuSeconds of its busiest thread that is not the compilers' or the collector's; with a
 *     core for it and another for the compilers a start takes this long, and what it waits for
 */
record StartTime(double seconds, double cpuSeconds, double mainCpuSeconds) {
  /**
   * @param start by {@link System#nanoTime()}
   */
  static StartTime upToNow(Process process, long start) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    Path folder = Path.of("/proc/" + process.pid());
    double main = 0;
    List<Path> threads = new ArrayList<>();
    try (Stream<Path> found = Files.list(folder.resolve("task"))) {
      found.forEach(threads::add);
    }
    for (Path thread : threads) {
      ProcStat stat = ProcStat.in(thread);
      // the JVM's launcher and its main thread are both named after the program
      if (stat.name().equals("java")) {
        main = Math.max(main, stat.seconds());
      }
    }
    return new StartTime(seconds, ProcStat.in(folder).seconds(), main);
  }

  /** Of {@code java -version}: what a JVM costs that does nothing. */
  static StartTime ofEmptyJvm(Path jdk) throws IOException, InterruptedException {
    return ofCommand(
        List.of(jdk.resolve("bin/java").toString(), "-version"), Path.of("target", "bench"));
  }

  /**
   * Of a command from its start to its end, which must be a success. The CPU time is also that of
   * processes that it started and waited for.
   *
   * @param folder that it runs in
   */
  static StartTime ofCommand(List<String> command, Path folder)
      throws IOException, InterruptedException {
    List<String> timed =
        new ArrayList<>(List.of("/bin/sh", "-c", "\"$0\" \"$@\" >run.log 2>&1 || exit; times"));
    timed.addAll(command);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(timed).directory(folder.toFile()).redirectErrorStream(true).start();
    List<String> lines = process.inputReader().lines().toList();
    int exit = process.waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (exit != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("run.log")));
    }
    double children = 0;
    for (String part : lines.get(lines.size() - 1).split(" ", -1)) {
      int minute = part.indexOf('m');
      children +=
          60 * Double.parseDouble(part.substring(0, minute))
              + Double.parseDouble(part.substring(minute + 1, part.length() - 1));
    }
    return new StartTime(seconds, children, children);
  }
}
