package cn.zhixin.people.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Where and in which language a command answers. */
final class Spoken {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  @Option(
      names = "--lang",
      defaultValue = "zh",
      converter = Tag.class,
      paramLabel = "zh|en",
      description = "输出语言 / language of the output; default: ${DEFAULT-VALUE}")
  private String language = "zh";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  void say(String key, Object... values) {
    out().println(Texts.in(language).say(key, values));
  }

  /** Why nothing was done; the exit code for it. */
  int refuse(String key, Object... values) {
    spec.commandLine().getErr().println(Texts.in(language).say(key, values));
    return 1;
  }

  String text(String key) {
    return Texts.in(language).say(key);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** {@code zh} or {@code en}. */
  static final class Tag implements ITypeConverter<String> {
    @Override
    public String convert(String typed) {
      if (typed.equals("zh") || typed.equals("en")) {
        return typed;
      }
      throw new TypeConversionException("只有 zh 与 en，没有 / there is zh and en, but no " + typed);
    }
  }
}
