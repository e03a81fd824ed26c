package cn.zhixin.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One figure over another, both from zero.
 *
 * @param unit of the figures upwards
 * @param across what the figures from left to right count
 * @param points from left to right
 * @param machine what it was measured on
 */
record LineChart(String title, String unit, String across, List<Point> points, String machine)
    implements Chart {
  /** One measurement. */
  record Point(double across, double up) {}

  private static final int LEFT = 80;
  private static final int HEIGHT = 240;
  private static final int PLOT_TOP = ChartFrame.PLOT_TOP - 24;
  private static final int PLOT_END = PLOT_TOP + HEIGHT;

  /** The figures from left to right have a line of their own for what they count. */
  private static final int ACROSS = 22;

  LineChart {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("nothing to draw");
    }
  }

  @Override
  public String svg() {
    return new ChartFrame(title, unit, inWords(), machine).around(plot(), PLOT_END + ACROSS);
  }

  private String plot() {
    int right = ChartFrame.WIDTH - ChartFrame.EDGE - 16;
    ChartScale horizontal = ChartScale.to(largest(Point::across), LEFT, right);
    ChartScale vertical = ChartScale.to(largest(Point::up), PLOT_END, PLOT_TOP);
    StringBuilder out = new StringBuilder();
    for (double tick : vertical.ticks()) {
      ChartFrame.gridLine(out, LEFT, vertical.at(tick), right, vertical.at(tick));
      ChartFrame.text(out, "tick", "end", LEFT - 8, vertical.at(tick) + 4, ChartFrame.tick(tick));
    }
    for (double tick : horizontal.ticks()) {
      double x = horizontal.at(tick);
      ChartFrame.text(out, "tick", "middle", x, PLOT_END + 17, ChartFrame.tick(tick));
    }
    ChartFrame.text(out, "head", "end", right, PLOT_END + 17 + ACROSS - 4, across);
    out.append("<path class=\"line\" d=\"");
    String command = "M";
    for (Point point : points) {
      double x = horizontal.at(point.across());
      out.append(ChartFrame.format("%s%.1f %.1f", command, x, vertical.at(point.up())));
      command = "L";
    }
    return out.append("\"/>\n").toString();
  }

  private double largest(ToDoubleFunction<Point> figure) {
    return points.stream().mapToDouble(figure).max().orElseThrow();
  }

  private String inWords() {
    return points.stream()
        .map(point -> ChartFrame.number(point.up()) + " at " + ChartFrame.tick(point.across()))
        .collect(Collectors.joining(", ", "Over " + across + ": ", ". "));
  }
}
