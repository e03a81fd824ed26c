package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Commands in a process of their own, with the program's classes and none of the tests'. */
class CommandOutputTests {
  @TempDir private Path folder;

  private String standardOutput(String locale, String... arguments) throws Exception {
    String classes =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes,
                "cn.zhixin.Zhixin"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", locale);
    Process process =
        builder
            .redirectOutput(output.toFile())
            .redirectErrorStream(false)
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output);
  }

  @Test
  void nothingButJsonReachesTheOutputForABrokenFile() throws Exception {
    Path broken =
        Files.writeString(
            folder.resolve("broken.pdf"),
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nxref\n0 1\n"
                + "trailer\n<</Root 1 0 R/Size 3>>\nstartxref\n99\n%%EOF\n");
    String output = standardOutput("C.UTF-8", "verify", "--json", broken.toString());
    assertThat(JsonMapper.builder().build().readTree(output).size()).isEqualTo(1);
  }
}
