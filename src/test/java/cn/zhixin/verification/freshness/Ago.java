package cn.zhixin.verification.freshness;

/**
 * How long ago a node read its clocks, in ticks; both stop where more makes no difference.
 *
 * @param awake by its monotonic clock
 * @param slept what its wall clock moved further
 */
record Ago(int awake, int slept) {
  static final Ago NOW = new Ago(0, 0);
  static final Ago LONG = new Ago(Rules.LEASE, Rules.MARGIN);

  Ago passed() {
    return new Ago(Math.min(awake + 1, Rules.LEASE), slept);
  }

  Ago passedAsleep() {
    return new Ago(awake, Math.min(slept + 1, Rules.MARGIN));
  }
}
