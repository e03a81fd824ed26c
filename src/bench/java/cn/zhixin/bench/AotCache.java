package cn.zhixin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged program, and AOT caches by the script that is for whoever runs the service. */
final class AotCache {
  private AotCache() {}

  /** {@code bench.jar}, else what Maven packaged. */
  static String jar() {
    return Path.of(System.getProperty("bench.jar", "target/zhixin.jar"))
        .toAbsolutePath()
        .toString();
  }

  /**
   * Of a public node.
   *
   * @param folder where the unpacked program goes
   * @param serve what the node will be started with: {@code serve --roles public} and properties
   */
  static void ofNode(Path jdk, Path folder, List<String> serve) throws Exception {
    // the script itself says "serve --roles public" and the port
    make(
        jdk,
        folder,
        serve.stream().skip(3).filter(option -> !option.startsWith("--server.port=")).toList());
  }

  /** Of the commands. */
  static void ofCommands(Path jdk, Path folder, Path roster) throws Exception {
    make(jdk, folder, List.of("issue", roster.toString()));
  }

  private static void make(Path jdk, Path folder, List<String> training) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("src/deploy/aot-cache.sh", jar(), folder.toString()));
    command.addAll(training);
    ProcessBuilder script = new ProcessBuilder(command).inheritIO();
    script.environment().put("JAVA_HOME", jdk.toString());
    script.environment().put("PORT", Integer.toString(StartBenchmark.PORT));
    if (script.start().waitFor() != 0) {
      throw new IllegalStateException("no AOT cache");
    }
  }

  /** A node's JVM with its options; its working directory is the cache's folder. */
  static List<String> command(Path jdk) {
    // as in the training: a cache is of one class path, letter by letter
    return List.of(
        jdk.resolve("bin/java").toString(),
        "@jvm.options",
        "-XX:AOTCache=zhixin.aot",
        "-jar",
        "zhixin.jar");
  }
}
