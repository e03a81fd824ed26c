package cn.zhixin.bench;

import java.util.Map;
import java.util.Optional;

/** One of the benchmarks that can be chosen by name. */
interface Benchmark {
  /** Runs, prints a table and returns what is to be written as JSON, in this order. */
  Map<String, Object> run(Settings settings) throws Exception;

  /**
   * Its report drawn, beside it; empty where a table says it better.
   *
   * @param machine what was measured on, in words
   */
  default Optional<Chart> chart(Map<String, Object> report, String machine) {
    return Optional.empty();
  }
}
