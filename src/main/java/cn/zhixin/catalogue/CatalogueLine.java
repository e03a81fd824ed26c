package cn.zhixin.catalogue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
      throw empty(column);
    }
    return value;
  }

  /**
   * The value of a column that must have a form.
   *
   * @param chinese what the form is, such as {@code 两位数字}
   * @param english the same, such as {@code two digits}
   */
  String text(String column, String form, String chinese, String english)
      throws MalformedCatalogue {
    String value = text(column);
    if (!value.matches(form)) {
      throw wrong(column, chinese, english, value);
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
    return Integer.parseInt(text(column, "[1-9]\\d{0,8}", "从 1 起的整数", "a number from 1 up"));
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
      throw empty(column);
    }
    return levels;
  }

  private Level level(String column, String name) throws MalformedCatalogue {
    for (Level level : Level.values()) {
      if (level.name().equals(name)) {
        return level;
      }
    }
    String known = Arrays.stream(Level.values()).map(Level::name).collect(Collectors.joining(", "));
    throw wrong(column, "下列之一：" + known, "one of: " + known, name);
  }

  private MalformedCatalogue empty(String column) {
    return malformed(column + " 是空的，请填写", column + " is empty: fill it in");
  }

  /** Of a code or a number. */
  MalformedCatalogue twice(Object key) {
    return malformed(key + " 重复出现，请只留一个", key + " is there twice: leave one");
  }

  /** What a column should hold, and what it holds. */
  MalformedCatalogue wrong(String column, String chinese, String english, String value) {
    return malformed(
        String.format("%s 应为%s，现在是“%s”；请改正", column, chinese, value),
        String.format("%s is %s, not “%s”: correct it", column, english, value));
  }

  MalformedCatalogue malformed(String chinese, String english) {
    return new MalformedCatalogue(file, number, chinese, english);
  }
}
