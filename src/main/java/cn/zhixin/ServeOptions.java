package cn.zhixin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of one start, looked at before Spring takes them. It passes over those that nobody
 * reads, and joins with a comma what is given twice.
 *
 * <p>An unknown one ends the start, while one of a file or of the environment is only warned of
 * ({@link UnknownSettings}): an option is meant for this program alone, by somebody who waits for
 * it, and without it he would work on other data than he thinks.
 */
final class ServeOptions {
  private static final String OPTION = "--";

  private final Map<String, String> given = new HashMap<>();
  private @Nullable KnownSettings known;

  private ServeOptions() {}

  /**
   * @param arguments of which each should be {@code --name=value} or {@code --name}
   * @throws StartChecks.CannotStart if one is not, is unknown, or is given twice and is no list
   */
  static void check(List<String> arguments) {
    ServeOptions options = new ServeOptions();
    @Nullable String before = null;
    for (String argument : arguments) {
      options.check(argument, before == null ? "serve" : before);
      before = name(argument);
    }
  }

  private void check(String argument, String before) {
    if (!argument.startsWith(OPTION)) {
      // itself it is not told: after an option of that name it would be a password
      throw new StartChecks.CannotStart(
          String.format(
              "“%s”后面有一个词不是设置；请写成 --名称=值，等号两边不留空格 /"
                  + " after “%s” stands a word that is no setting: write --NAME=VALUE, without"
                  + " spaces around the equals sign",
              before, before));
    }
    String name = name(argument);
    String setting = name.substring(OPTION.length());
    boolean roles = argument.startsWith(ServeCommand.ROLES);
    if (!roles && setting.startsWith(KnownSettings.PREFIX) && !known().has(setting)) {
      throw new StartChecks.CannotStart(unknown(setting));
    }
    @Nullable String earlier = given.put(KnownSettings.oneSpelling(setting), name);
    if (earlier != null && (roles || !known().isList(setting))) {
      throw new StartChecks.CannotStart(twice(earlier, name));
    }
  }

  /** Read only if need be: the start of a node with all settings in files waits for nothing. */
  private KnownSettings known() {
    if (known == null) {
      known = KnownSettings.load();
    }
    return known;
  }

  private static String name(String argument) {
    int end = argument.indexOf('=');
    return end < 0 ? argument : argument.substring(0, end);
  }

  private String unknown(String setting) {
    String near = known().nearest(setting).orElse("");
    return String.format(
        "没有 --%s 这项设置；%s全部设置见 src/docs/configuration.md /"
            + " there is no setting --%s; %sall of them are in src/docs/configuration.md",
        setting,
        near.isEmpty() ? "" : "是不是 --" + near + "？",
        setting,
        near.isEmpty() ? "" : "did you mean --" + near + "? ");
  }

  private static String twice(String earlier, String name) {
    boolean roles = name.equals("--zhixin.roles");
    String both = earlier.equals(name) ? name : earlier + "、" + name;
    return String.format(
        "%s 给出了两次；请只写一次%s，多个值用逗号隔开 /"
            + " %s is given twice; give it once%s, several values with commas between them",
        both,
        roles ? "（--roles 就是它）" : "",
        both.replace("、", ", "),
        roles ? " (--roles is the same)" : "");
  }
}
