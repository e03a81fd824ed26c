package cn.zhixin.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Questions about processes of this machine. */
final class ServerProcess {
  private ServerProcess() {}

  /** A port of 127.0.0.1 that nobody listened on a moment ago. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static Optional<ProcessHandle> alive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  /**
   * Whether any living process works in the folder, as all of PostgreSQL's do in their data folder:
   * the postmaster and, for a while after it was killed, its children. False where the system does
   * not tell.
   */
  static boolean anyWorkingIn(Path folder) {
    return ProcessHandle.allProcesses().anyMatch(process -> worksIn(process, folder));
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
    try {
      return Files.readSymbolicLink(link).equals(folder);
    } catch (IOException ignored) {
      return false; // of another user, or just ended
    }
  }
}
