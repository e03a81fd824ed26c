package cn.zhixin.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds a JDK 25, which the AOT cache needs; the program itself is built and runs with 17. Looked
 * at are {@code bench.jdk25}, the environment's {@code JDK25_HOME}, then the usual folders.
 */
final class Jdk25 {
  private static final List<Path> USUAL = List.of(Path.of("/opt"), Path.of("/usr/lib/jvm"));

  private Jdk25() {}

  static Path home() throws IOException {
    for (String named :
        List.of(
            System.getProperty("bench.jdk25", ""),
            String.valueOf(System.getenv().getOrDefault("JDK25_HOME", "")))) {
      if (!named.isBlank()) {
        Path home = Path.of(named);
        if (!is25(home)) {
          throw new IllegalStateException(home + " is no JDK 25: its file \"release\" says so");
        }
        return home;
      }
    }
    for (Path home : usual()) {
      if (is25(home)) {
        return home;
      }
    }
    throw new IllegalStateException(
        "This benchmark needs a JDK 25 and found none: name its folder with"
            + " -Dbench.jdk25=/opt/jdk-25 or in the environment's JDK25_HOME");
  }

  private static List<Path> usual() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path folder : USUAL) {
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder, "*25*")) {
          homes.forEach(found::add);
        }
      }
    }
    return found;
  }

  private static boolean is25(Path home) throws IOException {
    Path release = home.resolve("release");
    return Files.isExecutable(home.resolve("bin/java"))
        && Files.isExecutable(home.resolve("bin/jcmd"))
        && Files.isRegularFile(release)
        && Files.readString(release).contains("JAVA_VERSION=\"25");
  }
}
