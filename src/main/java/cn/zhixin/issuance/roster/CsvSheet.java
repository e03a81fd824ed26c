package cn.zhixin.issuance.roster;

import java.io.IOException;

/** A CSV file as the only sheet there is. */
record CsvSheet(String text, char separator) implements Sheet {
  private static final String SEPARATORS = ",;\t";

  /** Takes the separator under which the most headings are known. */
  static CsvSheet of(String text) throws MalformedRoster {
    char best = ',';
    int most = 0;
    MalformedRoster failure = null;
    for (char separator : SEPARATORS.toCharArray()) {
      try {
        int known = knownHeadings(new CsvParser(text, separator));
        if (known > most) {
          most = known;
          best = separator;
        }
      } catch (MalformedRoster e) {
        failure = e;
      }
    }
    if (most == 0 && failure != null) {
      throw failure;
    }
    return new CsvSheet(text, best);
  }

  private static int knownHeadings(CsvParser parser) throws MalformedRoster {
    int most = 0;
    SheetRow row = parser.next();
    for (int i = 0; i < RosterLimits.HEADING_ROWS && row != null; i++) {
      most = Math.max(most, Headings.known(row));
      row = parser.next();
    }
    return most;
  }

  @Override
  public String name() {
    return "CSV";
  }

  @Override
  public void visit(Visitor visitor) throws IOException, MalformedRoster {
    CsvParser parser = new CsvParser(text, separator);
    for (SheetRow row = parser.next(); row != null; row = parser.next()) {
      if (!visitor.see(row)) {
        return;
      }
    }
  }

  /** Not the content: it is personal. */
  @Override
  public String toString() {
    return "CsvSheet";
  }
}
