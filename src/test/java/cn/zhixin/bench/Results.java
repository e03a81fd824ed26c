package cn.zhixin.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the contestants did, by name, in the order they were entered. */
record Results(Map<String, Series> series) {
  Series of(String contestant) {
    return Objects.requireNonNull(series.get(contestant), contestant);
  }

  /** A contestant's name in a report. */
  static String jsonName(String contestant) {
    return contestant.replace(' ', '_');
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    series.forEach((name, measured) -> json.put(jsonName(name), measured.toJson()));
    return json;
  }
}
