package cn.zhixin.issuance.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code zh} or {@code en}, the languages that the commands speak; any other is refused. */
final class LanguageTag implements ITypeConverter<String> {
  @Override
  public String convert(String typed) {
    if (typed.equals("zh") || typed.equals("en")) {
      return typed;
    }
    throw new TypeConversionException("只有 zh 与 en，没有 / there is zh and en, but no " + typed);
  }
}
