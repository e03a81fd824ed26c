package cn.zhixin.people.cli;

/** The service's side of the program, started when a command first needs it. */
@FunctionalInterface
public interface Office {
  <T> T get(Class<T> type);
}
