package cn.zhixin.verification.offline;

import cn.zhixin.verification.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code zh} or {@code en}; any other language is refused. */
final class LanguageTag implements ITypeConverter<Language> {
  @Override
  public Language convert(String typed) {
    return switch (typed) {
      case "zh" -> Language.CHINESE;
      case "en" -> Language.ENGLISH;
      default ->
          throw new TypeConversionException("只有 zh 与 en，没有 / there is zh and en, but no " + typed);
    };
  }
}
