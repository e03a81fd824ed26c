package cn.zhixin.bench;

/**
 * How long to measure.
 *
 * @param rounds slices of each contestant, at least 5 for a result worth telling
 * @param sliceSeconds length of a slice, in CPU time
 * @param warmUpSeconds CPU time for each contestant, before the first round
 */
record Settings(int rounds, double sliceSeconds, double warmUpSeconds) {
  Settings {
    if (rounds < 1 || sliceSeconds <= 0 || warmUpSeconds < 0) {
      throw new IllegalArgumentException("rounds and seconds must be positive");
    }
  }

  /** From {@code bench.rounds}, {@code bench.seconds} and {@code bench.warmup}. */
  static Settings fromSystemProperties() {
    return new Settings(
        Integer.getInteger("bench.rounds", 7),
        Double.parseDouble(System.getProperty("bench.seconds", "1.5")),
        Double.parseDouble(System.getProperty("bench.warmup", "8")));
  }
}
