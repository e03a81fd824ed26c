package cn.zhixin;

import java.util.ListResourceBundle;

/** What stands in every {@code --help} beside a command's own words, in both languages. */
final class HelpWords extends ListResourceBundle {
  @Override
  protected Object[][] getContents() {
    return new Object[][] {
      {"usage.synopsisHeading", "用法 / usage: "},
      {"usage.parameterListHeading", "%n参数 / arguments:%n"},
      {"usage.optionListHeading", "%n选项 / options:%n"},
      {"usage.commandListHeading", "%n命令 / commands:%n"},
      {"mixinStandardHelpOptions.help", "显示这段说明 / shows this help"},
      {"mixinStandardHelpOptions.version", "显示版本 / shows the version"}
    };
  }
}
