package cn.zhixin.bench;

import java.util.Locale;

/** Prints results for people. */
final class Table {
  private Table() {}

  static void print(String title, Results results) {
    System.out.printf("%n%s%n", title);
    System.out.printf(
        "%-34s %33s %14s %12s %10s%n",
        "", "per CPU-second of the process", "of the thread", "per second", "µs each");
    results
        .series()
        .forEach(
            (name, series) -> {
              Spread cpu = series.perProcessCpuSecond();
              System.out.printf(
                  Locale.ROOT,
                  "%-34s %,10.1f [%,9.1f –%,10.1f] %,14.1f %,12.1f %,10.1f%n",
                  name,
                  cpu.median(),
                  cpu.minimum(),
                  cpu.maximum(),
                  series.perThreadCpuSecond().median(),
                  series.perSecond().median(),
                  1e6 / cpu.median());
            });
  }

  static void ratio(String name, Spread ratio) {
    System.out.printf(
        Locale.ROOT,
        "%-34s %,10.3f [%,9.3f –%,10.3f]%n",
        name,
        ratio.median(),
        ratio.minimum(),
        ratio.maximum());
  }
}
