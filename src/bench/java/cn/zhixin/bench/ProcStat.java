package cn.zhixin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU time of a process or a thread, as Linux tells it in {@code proc(5)}.
 *
 * @param name of its program
 * @param seconds its own, in user and system mode
 * @param endedChildrenSeconds of its children that ended and were waited for
 */
record ProcStat(String name, double seconds, double endedChildrenSeconds) {
  private static final ProcStat ENDED = new ProcStat("", 0, 0);

  /** Linux counts in hundredths of a second. */
  private static final double TICKS = 100;

  /** After the name: user and system time, then the children's. */
  private static final int FIRST = 11;

  /**
   * @param folder of the process or thread below {@code /proc}
   * @return zeros without a name for one that has just ended
   */
  static ProcStat in(Path folder) {
    String stat;
    try {
      stat = Files.readString(folder.resolve("stat"));
    } catch (IOException e) {
      return ENDED;
    }
    int end = stat.lastIndexOf(')');
    String[] fields = stat.substring(end + 2).split(" ", -1);
    return new ProcStat(
        stat.substring(stat.indexOf('(') + 1, end), sum(fields, FIRST), sum(fields, FIRST + 2));
  }

  static ProcStat of(long process) {
    return in(Path.of("/proc", Long.toString(process)));
  }

  private static double sum(String[] fields, int at) {
    return (Long.parseLong(fields[at]) + Long.parseLong(fields[at + 1])) / TICKS;
  }
}
