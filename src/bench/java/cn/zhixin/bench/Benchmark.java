package cn.zhixin.bench;

import java.util.Map;

/** One of the benchmarks that can be chosen by name. */
interface Benchmark {
  /** Runs, prints a table and returns what is to be written as JSON, in this order. */
  Map<String, Object> run(Settings settings) throws Exception;
}
