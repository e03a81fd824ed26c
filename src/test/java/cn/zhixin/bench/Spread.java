package cn.zhixin.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Median and extremes of a figure over the rounds. */
record Spread(double median, double minimum, double maximum) {
  private static final MathContext PRECISION = new MathContext(4);

  static Spread of(DoubleStream figures) {
    double[] sorted = figures.sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(median, sorted[0], sorted[sorted.length - 1]);
  }

  /** What {@link #toJson} gave. */
  static Spread ofJson(Map<?, ?> json) {
    return new Spread(number(json, "median"), number(json, "minimum"), number(json, "maximum"));
  }

  private static double number(Map<?, ?> json, String name) {
    return json.get(name) instanceof Number figure ? figure.doubleValue() : Double.NaN;
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", rounded(median));
    json.put("minimum", rounded(minimum));
    json.put("maximum", rounded(maximum));
    return json;
  }

  /** To four digits: more would pretend. */
  static BigDecimal rounded(double figure) {
    return new BigDecimal(new BigDecimal(figure).round(PRECISION).toPlainString());
  }
}
