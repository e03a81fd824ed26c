package cn.zhixin.issuance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a command line answers before the office is started for it. */
class CommandLinesTests {
  private static final Office CLOSED =
      new Office() {
        @Override
        public <T> T get(Class<T> type) {
          throw new AssertionError("started the office");
        }
      };

  private final StringWriter printed = new StringWriter();
  @TempDir private Path folder;

  private int run(CommandLine command, Object... arguments) {
    PrintWriter writer = new PrintWriter(printed, true);
    command.setOut(writer).setErr(writer);
    return command.execute(
        List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
  }

  private int issue(Object... arguments) {
    return run(new CommandLine(new IssueCommand(CLOSED)), arguments);
  }

  @Test
  void refusesALanguageItDoesNotSpeakByName() throws Exception {
    Path roster = Files.writeString(folder.resolve("r.csv"), "x");
    assertThat(issue(roster, "--out", folder, "--lang", "fr")).isEqualTo(2);
    assertThat(printed.toString()).contains("只有 zh 与 en", "no fr");
  }

  @Test
  void findsAnUnusableFolderBeforeAnythingIsIssued() throws Exception {
    Path roster = Files.writeString(folder.resolve("r.csv"), "x");
    Path file = Files.writeString(folder.resolve("afile"), "x");
    assertThat(issue(roster, "--out", file.resolve("sub"))).isEqualTo(1);
    assertThat(printed.toString()).contains("--out 所指的路径上有一个文件", file.toString());
    assertThat(
            run(
                CertificateCommand.with(CLOSED),
                "reissue",
                "0000000000000000",
                "--reason",
                "r",
                "--ground",
                "g",
                "--out",
                file.resolve("sub")))
        .isEqualTo(1);
  }

  @Test
  void aZipFileOfABatchReplacesNothing() throws Exception {
    Path file = Files.writeString(folder.resolve("out.zip"), "x");
    assertThat(run(BatchCommand.with(CLOSED), "zip", "1", file)).isEqualTo(1);
    assertThat(printed.toString()).contains("已有这个文件", file.toString());
    assertThat(run(BatchCommand.with(CLOSED), "zip", "1", folder.resolve("typo/out.zip")))
        .isEqualTo(1);
    assertThat(printed.toString()).contains("没有这个文件夹：" + folder.resolve("typo"));
    assertThat(folder.resolve("typo")).doesNotExist();
    assertThat(file).hasContent("x");
  }

  @Test
  void makesTheFolderAndLeavesNothingInIt() throws Exception {
    Path out = folder.resolve("a/b");
    assertThat(OutputFolder.refusal(out, Texts.in("en"))).isEmpty();
    try (var files = Files.list(out)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void saysThatARosterIsMissingOrAFolder() {
    assertThat(issue(folder.resolve("none.xlsx"), "--out", folder)).isEqualTo(1);
    assertThat(issue(folder, "--out", folder, "--lang", "en")).isEqualTo(1);
    assertThat(printed.toString()).contains("没有这个文件", "This is a folder, not a roster");
  }

  @Test
  void tellsOfEveryChangeWhetherItCanBeUndone() {
    for (String verb : List.of("revoke", "suspend", "resume", "cancel", "correct", "reissue")) {
      printed.getBuffer().setLength(0);
      assertThat(run(CertificateCommand.with(CLOSED), verb, "--help")).isZero();
      assertThat(printed.toString())
          .as(verb)
          .containsAnyOf("恢复", "再次暂停")
          .containsAnyOf("undone", "Undone", "suspended once more");
    }
  }
}
