package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A public node whose bean definitions were written as code, as whoever runs it has it done. */
class DefinitionsAheadIntegrationTests {
  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final List<String> PAGES =
      List.of("/", "/v/0000000000000000", "/api/v1/certificates/0000000000000000", "/ledger");

  @TempDir private static Path folder;
  private static TestDatabase database;

  @BeforeAll
  static void unpackAndWrite() throws Exception {
    database = TestDatabase.create();
    Path jar = Path.of(System.getProperty("zhixin.jar", "target/zhixin.jar")).toAbsolutePath();
    run(
        java(
            "-Djarmode=tools",
            "-jar",
            jar.toString(),
            "extract",
            "--force",
            "--destination",
            folder.toString()));
    List<String> script = new ArrayList<>();
    script.add(Path.of("src/deploy/definitions-ahead.sh").toAbsolutePath().toString());
    script.add(folder.toString());
    script.addAll(settings());
    run(script);
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void answersAsOneThatFindsItsBeansItself() throws Exception {
    List<String> ahead;
    try (RunningService node = start("ahead.log", settings())) {
      assertThat(node.log()).contains("AOT-processed").doesNotContain("A slow start", "ERROR");
      ahead = answers(node);
    }
    List<String> others = new ArrayList<>(settings());
    others.add("--zhixin.bulk.kept=8d");
    try (RunningService node = start("others.log", others)) {
      assertThat(node.log())
          .contains("A slow start", "zhixin.bulk.kept")
          .doesNotContain("AOT-processed");
      assertThat(answers(node)).isEqualTo(ahead);
    }
  }

  private static List<String> answers(RunningService node) throws Exception {
    List<String> answers = new ArrayList<>();
    for (String page : PAGES) {
      var response = node.get(page, page.startsWith("/api") ? "application/json" : "text/html");
      answers.add(page + " " + response.statusCode() + " " + response.headers().map().keySet());
    }
    assertThat(answers.get(0)).startsWith("/ 200");
    return answers;
  }

  private static RunningService start(String log, List<String> settings) throws Exception {
    int port = RunningService.freePort();
    List<String> command = new ArrayList<>(java("-Xmx512m", "-jar", "zhixin.jar", "serve"));
    command.addAll(List.of("--roles", "public", "--server.port=" + port));
    command.addAll(settings);
    command.add("--zhixin.home=" + folder.resolve(log + ".home"));
    Path output = folder.resolve(log);
    Process process = builder(command).redirectOutput(output.toFile()).start();
    return RunningService.start(process, output, port, "Listening on port");
  }

  private static List<String> settings() {
    return List.of(
        "--spring.profiles.active=production",
        // whichever is free: a server of its own
        "--management.server.port=0",
        "--zhixin.database.url=" + database.jdbcUrl(),
        "--zhixin.database.user=" + database.user(),
        "--zhixin.database.password=" + database.password(),
        "--zhixin.redis.url=" + TestRedis.address().url());
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>(List.of(JDK.resolve("bin/java").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = builder(command).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", JDK.toString(), "LC_ALL", "C.UTF-8"));
    return builder;
  }
}
