package cn.zhixin.verification.offline;

import cn.zhixin.verification.Language;
import picocli.CommandLine.Option;

/** In which language a command answers. */
final class LanguageOption {
  @Option(
      names = "--lang",
      defaultValue = "zh",
      converter = LanguageTag.class,
      paramLabel = "zh|en",
      description = "输出语言 / language of the output; default: ${DEFAULT-VALUE}")
  private Language spoken = Language.CHINESE;

  Language spoken() {
    return spoken;
  }
}
