package cn.zhixin.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a figure lies between two edges of a chart.
 *
 * @param least at the first edge
 * @param most at the second
 */
record ChartScale(boolean logarithmic, double least, double most, double first, double second) {
  private static final double ROOM = 1.02;
  private static final int STEPS = 5;

  /** From zero, or from the power of ten below the least figure, to a little more than the most. */
  static ChartScale of(List<Spread> spreads, boolean logarithmic, double first, double second) {
    double most = spreads.stream().mapToDouble(Spread::maximum).max().orElseThrow();
    if (!logarithmic) {
      return to(most, first, second);
    }
    double least = spreads.stream().mapToDouble(Spread::minimum).min().orElseThrow();
    double power = Math.pow(10, Math.ceil(Math.log10(least)) - 1);
    return new ChartScale(true, power, most * ROOM * ROOM * ROOM, first, second);
  }

  /** From zero to a little more than the most. */
  static ChartScale to(double most, double first, double second) {
    return new ChartScale(false, 0, most * ROOM, first, second);
  }

  double at(double figure) {
    double part =
        logarithmic
            ? Math.log(Math.max(figure, least) / least) / Math.log(most / least)
            : figure / most;
    return first + part * (second - first);
  }

  /** Powers of ten, or some five round numbers. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (logarithmic) {
      for (double tick = least; tick <= most; tick *= 10) {
        ticks.add(tick);
      }
      return ticks;
    }
    double rough = most / STEPS;
    double ten = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = rough / ten > 5 ? 10 * ten : rough / ten > 2 ? 5 * ten : 2 * ten;
    for (int i = 0; i * step <= most; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }
}
