package cn.zhixin.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a running PostgreSQL says of itself in {@code postmaster.pid}: process on the first line,
 * port on the fourth. After a crash or a reboot the file stays, and its process may be gone or be
 * another program by now.
 */
record PostmasterFile(long pid, int port) {
  private static final Pattern CONTENT =
      Pattern.compile("(?<pid>\\d{1,10})\\n.*\\n\\d+\\n(?<port>\\d{1,5})\\n");

  /** Empty if there is none, or it was cut short by a crash: such a one is removed. */
  static Optional<PostmasterFile> in(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Matcher content = CONTENT.matcher(Files.readString(file));
    if (!content.lookingAt()) {
      removeIfAbandoned(data);
      return Optional.empty();
    }
    return Optional.of(
        new PostmasterFile(
            Long.parseLong(content.group("pid")), Integer.parseInt(content.group("port"))));
  }

  /**
   * Removes a file that would keep PostgreSQL from starting although nobody works in its folder,
   * because another program has the process number now.
   *
   * @return whether nobody works there any more
   */
  static boolean removeIfAbandoned(Path data) throws IOException {
    if (!Files.isDirectory(Path.of("/proc/self")) || ServerProcess.anyWorkingIn(data)) {
      return false;
    }
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    return true;
  }
}
