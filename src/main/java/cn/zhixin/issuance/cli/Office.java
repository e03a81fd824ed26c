package cn.zhixin.issuance.cli;

/**
 * The office's side of the program, started when a command first needs it: database, keys,
 * pipeline. A command line that only prints help or refuses its arguments starts nothing.
 */
@FunctionalInterface
public interface Office {
  <T> T get(Class<T> type);
}
