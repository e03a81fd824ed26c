package cn.zhixin.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What the contestants did, by name, in the order they were entered. */
record Results(Map<String, Series> series) {
  Series of(String contestant) {
    return Objects.requireNonNull(series.get(contestant), contestant);
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    series.forEach((name, measured) -> json.put(name.replace(' ', '_'), measured.toJson()));
    return json;
  }
}
