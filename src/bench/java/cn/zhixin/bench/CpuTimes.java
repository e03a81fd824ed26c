package cn.zhixin.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time used until now by this process, and by the servers that it started. */
record CpuTimes(double ownSeconds, double serverSeconds) {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Linux counts in hundredths of a second, {@code proc(5)}. */
  private static final double TICKS = 100;

  private static final int USER_TIME = 11;

  /**
   * @param postmaster the PostgreSQL whose backends are counted, those that ended too
   */
  static CpuTimes now(ProcessHandle postmaster) {
    double server =
        seconds(postmaster.pid(), true)
            + postmaster.children().mapToDouble(child -> seconds(child.pid(), false)).sum();
    return new CpuTimes(PROCESS.getProcessCpuTime() / 1e9, server);
  }

  CpuTimes since(CpuTimes earlier) {
    return new CpuTimes(ownSeconds - earlier.ownSeconds, serverSeconds - earlier.serverSeconds);
  }

  double total() {
    return ownSeconds + serverSeconds;
  }

  private static double seconds(long process, boolean withEnded) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 0; i < (withEnded ? 4 : 2); i++) {
        ticks += Long.parseLong(fields[USER_TIME + i]);
      }
      return ticks / TICKS;
    } catch (IOException e) {
      return 0;
    }
  }
}
