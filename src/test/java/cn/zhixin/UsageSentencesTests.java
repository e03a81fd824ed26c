package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class UsageSentencesTests {
  private static final int INVALID = 2;

  private final StringWriter told = new StringWriter();

  private int run(String line) {
    String[] arguments = line.isEmpty() ? new String[0] : line.split(" ");
    try (OfficeContext office = new OfficeContext()) {
      return Commands.commandLine(office, arguments)
          .setErr(new PrintWriter(told, true))
          .execute(arguments);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "issue r.csv; 缺少选项 --out=DIR / missing option --out=DIR; issue",
        "issue r.csv --out; 缺少选项 --out=DIR / missing option --out=DIR; issue",
        "issue --out=x; 缺少 ROSTER / missing ROSTER; issue",
        "batch zip x f.zip; BATCH 应为整数，现在是“x” / BATCH is a whole number, not “x”; batch zip",
        "issue r.csv --out=x --lang=fr; --lang 应为 zh|en，现在是“fr” / --lang is zh|en, not “fr”; issue",
        "batch list --bogus; 没有 --bogus 这个选项 / there is no option --bogus; batch list",
        "batch list bogus; 多了“bogus”，请去掉 / “bogus” is too much: leave it out; batch list",
        "batch bogus; 没有 bogus 这个命令 / there is no command bogus; batch",
        "issue r.csv --out=x --out=y; --out 给出了两次，请只写一次 / --out is given twice: give it once; issue",
      })
  void tellsInBothLanguagesWhatIsWrongAndWhereToReadOn(
      String line, String sentence, String command) {
    assertThat(run(line)).isEqualTo(INVALID);
    assertThat(told.toString().lines())
        .containsExactly(sentence, "用法 / usage: zhixin " + command + " --help");
  }

  @Test
  void namesAllThatIsMissing() {
    assertThat(run("certificate revoke CODE")).isEqualTo(INVALID);
    assertThat(told.toString())
        .startsWith(
            "缺少选项 --reason=<reason>、--ground=<ground> / missing options --reason=<reason>, ")
        .contains("zhixin certificate revoke --help");
  }

  @Test
  void knowsNoCommandOfAnotherName() {
    assertThat(run("bogus")).isEqualTo(INVALID);
    assertThat(told.toString().lines())
        .containsExactly("没有 bogus 这个命令 / there is no command bogus", "用法 / usage: zhixin --help");
  }

  @Test
  void explainsEveryCommandInBothLanguages() {
    try (OfficeContext office = new OfficeContext()) {
      explains(Commands.commandLine(office));
    }
  }

  private static void explains(CommandLine command) {
    String help = command.getUsageMessage();
    assertThat(help)
        .contains(
            "用法 / usage: ", "选项 / options:", "显示这段说明 / shows this help", "显示版本 / shows the version")
        .doesNotContain("Usage:", "Commands:", "Show this", "Print version");
    assertThat(help.contains("参数 / arguments:"))
        .isEqualTo(!command.getCommandSpec().positionalParameters().isEmpty());
    assertThat(help.contains("命令 / commands:")).isEqualTo(!command.getSubcommands().isEmpty());
    command.getSubcommands().values().forEach(UsageSentencesTests::explains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "batch", "certificate", "ledger", "organisation", "api-key"})
  void listsTheCommandsWhereNoneIsNamedEachInBothLanguages(String line) {
    assertThat(run(line)).isEqualTo(INVALID);
    assertThat(told.toString()).contains("COMMAND");
    try (OfficeContext office = new OfficeContext()) {
      CommandLine all = Commands.commandLine(office);
      CommandLine named =
          line.isEmpty() ? all : Objects.requireNonNull(all.getSubcommands().get(line));
      assertThat(named.getSubcommands())
          .allSatisfy(
              (name, command) ->
                  assertThat(command.getCommandSpec().usageMessage().description()[0])
                      .as(name)
                      .matches(".*\\p{IsHan}.* / [a-zA-Z].*"));
    }
  }
}
