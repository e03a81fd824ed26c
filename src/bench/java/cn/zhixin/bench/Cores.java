package cn.zhixin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Keeps the server on one core and the load on another, where taskset and two cores are. */
final class Cores {
  private static final boolean APART =
      Runtime.getRuntime().availableProcessors() > 1 && succeeds("taskset", "--version");

  private Cores() {}

  static boolean areApart() {
    return APART;
  }

  /** This process on the first core, and the databases that it started on the second. */
  static void pinServer() {
    if (APART) {
      ProcessHandle self = ProcessHandle.current();
      pin(0, self.pid());
      self.descendants().forEach(child -> pin(1, child.pid()));
    }
  }

  static void pin(int core, long process) {
    if (APART) {
      succeeds("taskset", "-apc", Integer.toString(core), Long.toString(process));
    }
  }

  /** The command that runs another on that core. */
  static List<String> on(int core, List<String> command) {
    List<String> whole = new ArrayList<>();
    if (APART) {
      whole.addAll(List.of("taskset", "-c", Integer.toString(core)));
    }
    whole.addAll(command);
    return whole;
  }

  private static boolean succeeds(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
