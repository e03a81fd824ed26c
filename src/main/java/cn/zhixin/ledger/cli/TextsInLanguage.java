package cn.zhixin.ledger.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The sentences of {@code zh} or {@code en}; any other language is refused. */
final class TextsInLanguage implements ITypeConverter<LedgerTexts> {
  @Override
  public LedgerTexts convert(String typed) {
    return switch (typed) {
      case "zh", "en" -> LedgerTexts.in(typed);
      default ->
          throw new TypeConversionException("只有 zh 与 en，没有 / there is zh and en, but no " + typed);
    };
  }
}
