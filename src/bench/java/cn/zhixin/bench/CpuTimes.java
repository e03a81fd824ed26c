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

  /**
   * @param postmaster the PostgreSQL whose backends are counted, those that ended too
   */
  static CpuTimes now(ProcessHandle postmaster) {
    ProcStat own = ProcStat.of(postmaster.pid());
    double server =
        own.seconds()
            + own.endedChildrenSeconds()
            + postmaster.children().mapToDouble(child -> ProcStat.of(child.pid()).seconds()).sum();
    return new CpuTimes(PROCESS.getProcessCpuTime() / 1e9, server);
  }

  /**
   * @param servers their folder, as {@code EmbeddedServers} was given it
   */
  static ProcessHandle postmaster(Path servers) throws IOException {
    Path file = servers.resolve("postgres/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).trim())).orElseThrow();
  }

  CpuTimes since(CpuTimes earlier) {
    return new CpuTimes(ownSeconds - earlier.ownSeconds, serverSeconds - earlier.serverSeconds);
  }

  double total() {
    return ownSeconds + serverSeconds;
  }
}
