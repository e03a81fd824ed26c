package cn.zhixin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A public node's AOT cache, made by the script that is for whoever runs the service. */
final class AotCache {
  private AotCache() {}

  /**
   * @param folder where the unpacked program goes
   * @param serve what the node will be started with: {@code serve --roles public} and properties
   */
  static void make(Path jdk, String jar, Path folder, List<String> serve) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("src/deploy/aot-cache.sh", jar, folder.toString()));
    // the script itself says "serve --roles public" and the port
    serve.stream()
        .skip(3)
        .filter(option -> !option.startsWith("--server.port="))
        .forEach(command::add);
    ProcessBuilder script = new ProcessBuilder(command).inheritIO();
    script
        .environment()
        .putAll(Map.of("JAVA_HOME", jdk.toString(), "PORT", Integer.toString(StartBenchmark.PORT)));
    if (script.start().waitFor() != 0) {
      throw new IllegalStateException("no AOT cache");
    }
  }

  /** The JVM with its options; its working directory is the cache's folder. */
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
