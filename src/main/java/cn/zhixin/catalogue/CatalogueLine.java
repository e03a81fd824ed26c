package cn.zhixin.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One entry of a catalogue file, whose values are asked for by column. */
record CatalogueLine(String file, int number, List<String> columns, List<String> values) {
  CatalogueLine {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  /** The value of a column, never blank. */
  String text(String column) throws MalformedCatalogue {
    String value = values.get(columns.indexOf(column));
    if (value.isEmpty()) {
      throw malformed(column + " is empty");
    }
    return value;
  }

  /** The value of a column that must have a form, such as two digits. */
  String text(String column, String form, String meaning) throws MalformedCatalogue {
    String value = text(column);
    if (!value.matches(form)) {
      throw malformed(column + " must be " + meaning + ", not '" + value + "'");
    }
    return value;
  }

  /** Several values separated by {@code |}; none if the column is empty. */
  List<String> list(String column) {
    return Arrays.stream(values.get(columns.indexOf(column)).split("\\|"))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** A number of at least 1. */
  int positive(String column) throws MalformedCatalogue {
    return Integer.parseInt(text(column, "[1-9]\\d{0,8}", "a number from 1 up"));
  }

  Level level(String column) throws MalformedCatalogue {
    return level(column, text(column));
  }

  Set<Level> levels(String column) throws MalformedCatalogue {
    EnumSet<Level> levels = EnumSet.noneOf(Level.class);
    for (String name : list(column)) {
      levels.add(level(column, name));
    }
    if (levels.isEmpty()) {
      throw malformed(column + " is empty");
    }
    return levels;
  }

  private Level level(String column, String name) throws MalformedCatalogue {
    for (Level level : Level.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    throw malformed(
        column + " must be of " + Arrays.toString(Level.values()) + ", not '" + name + "'");
  }

  MalformedCatalogue malformed(String problem) {
    return new MalformedCatalogue(file, number, problem);
  }
}
