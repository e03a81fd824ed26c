package cn.zhixin.sheet;

import java.io.IOException;
import java.io.Reader;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Text in columns as the only sheet there is. */
record CsvSheet(CsvText text, char separator, int columns) implements Sheet {
  private static final String SEPARATORS = ",;\t";

  /** Takes the separator under which a row near the top looks most like headings. */
  static CsvSheet of(CsvText text, SheetLimits limits, ToIntFunction<SheetRow> likelihood)
      throws IOException, MalformedSheet {
    char best = ',';
    int most = 0;
    MalformedSheet failure = null;
    for (char separator : SEPARATORS.toCharArray()) {
      try {
        int likely = new CsvSheet(text, separator, limits.columns()).most(likelihood);
        if (likely > most) {
          most = likely;
          best = separator;
        }
      } catch (MalformedSheet e) {
        failure = e;
      }
    }
    if (most == 0 && failure != null) {
      throw failure;
    }
    return new CsvSheet(text, best, limits.columns());
  }

  private int most(ToIntFunction<SheetRow> likelihood) throws IOException, MalformedSheet {
    int most = 0;
    try (Reader characters = text.open()) {
      CsvParser parser = new CsvParser(characters, separator, columns);
      @Nullable SheetRow row = parser.next();
      for (int i = 0; i < SheetLimits.HEADING_ROWS && row != null; i++) {
        most = Math.max(most, likelihood.applyAsInt(row));
        row = parser.next();
      }
    }
    return most;
  }

  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public <X extends Exception> void visit(Visitor<X> visitor)
      throws IOException, MalformedSheet, X {
    try (Reader characters = text.open()) {
      CsvParser parser = new CsvParser(characters, separator, columns);
      for (SheetRow row = parser.next(); row != null; row = parser.next()) {
        if (!visitor.see(row)) {
          return;
        }
      }
    }
  }
}
