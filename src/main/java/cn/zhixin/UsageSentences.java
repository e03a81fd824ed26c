package cn.zhixin;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in a line that holds both languages. */
final class UsageSentences {
  private UsageSentences() {}

  static String of(ParameterException refusal) {
    if (refusal instanceof MissingParameterException missing) {
      return missing(missing.getMissing());
    }
    if (refusal instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched);
    }
    if (refusal instanceof OverwrittenOptionException twice) {
      String name = name(twice.getOverwritten());
      return String.format("%s 给出了两次，请只写一次 / %s is given twice: give it once", name, name);
    }
    @Nullable ArgSpec argument = refusal.getArgSpec();
    if (argument == null) {
      return "用法有误 / wrong usage: " + refusal.getMessage();
    }
    return value(argument, refusal.getValue());
  }

  /** Where the command explains itself. */
  static String help(ParameterException refusal) {
    CommandSpec command = refusal.getCommandLine().getCommandSpec();
    return "用法 / usage: " + command.qualifiedName(" ") + " --help";
  }

  /** Whether a command was named that only holds others, or none at all. */
  static boolean isUnfinished(ParameterException refusal) {
    return refusal.getClass() == ParameterException.class
        && refusal.getArgSpec() == null
        && !refusal.getCommandLine().getSubcommands().isEmpty();
  }

  private static String missing(List<ArgSpec> arguments) {
    boolean options = arguments.stream().allMatch(ArgSpec::isOption);
    return String.format(
        "缺少%s%s / missing %s%s",
        options ? "选项 " : " ",
        written(arguments, "、"),
        options ? arguments.size() == 1 ? "option " : "options " : "",
        written(arguments, ", "));
  }

  private static String written(List<ArgSpec> arguments, String between) {
    return arguments.stream()
        .map(each -> each.isOption() ? name(each) + "=" + each.paramLabel() : each.paramLabel())
        .collect(Collectors.joining(between));
  }

  private static String unknown(UnmatchedArgumentException refusal) {
    String first = refusal.getUnmatched().get(0);
    CommandSpec command = refusal.getCommandLine().getCommandSpec();
    if (refusal.isUnknownOption()) {
      return String.format("没有 %s 这个选项 / there is no option %s", first, first);
    }
    return command.subcommands().isEmpty()
        ? String.format("多了“%s”，请去掉 / “%s” is too much: leave it out", first, first)
        : String.format("没有 %s 这个命令 / there is no command %s", first, first);
  }

  private static String value(ArgSpec argument, String value) {
    String name = name(argument);
    Class<?> kind = argument.type();
    boolean number =
        kind == int.class || kind == long.class || kind == Integer.class || kind == Long.class;
    return String.format(
        "%s 应为%s，现在是“%s” / %s is %s, not “%s”",
        name,
        number ? "整数" : " " + argument.paramLabel(),
        value,
        name,
        number ? "a whole number" : argument.paramLabel(),
        value);
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
