package cn.zhixin.verification.offline;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.PublicSite;
import java.io.File;
import java.nio.charset.StandardCharsets;
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

/** The command in a process of its own, with the program's classes and none of the tests'. */
class VerifyOutputTests {
  @TempDir private Path folder;

  private String standardOutput(String... arguments) throws Exception {
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
    builder.environment().put("LC_ALL", "C.UTF-8");
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
  void nothingButJsonReachesTheOutputForADamagedFile() throws Exception {
    byte[] file =
        new IssuedFiles().file(CertificateFixture.registered(PublicSite.VALID, "丛培元")).toArray();
    String damaged = new String(file, StandardCharsets.ISO_8859_1);
    for (int object = 0; object < 3; object++) {
      damaged = damaged.replaceFirst(" obj", " obx");
    }
    Path broken =
        Files.writeString(folder.resolve("broken.pdf"), damaged, StandardCharsets.ISO_8859_1);
    String output = standardOutput("verify", "--json", broken.toString());
    assertThat(JsonMapper.builder().build().readTree(output).size()).isEqualTo(1);
  }
}
