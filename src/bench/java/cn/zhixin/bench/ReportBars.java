package cn.zhixin.bench;

import cn.zhixin.bench.BarChart.Bar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The bars of a report: of each entry that has a certain figure. */
final class ReportBars {
  private final Map<?, ?> report;
  private final String figure;
  private final String ours;

  /**
   * @param figure a spread in the entries that are drawn
   * @param ours the contestant that is set off from the others
   */
  ReportBars(Map<?, ?> report, String figure, String ours) {
    this.report = report;
    this.figure = figure;
    this.ours = ours;
  }

  /** The largest first. */
  List<Bar> sorted(Function<String, String> note) {
    List<Bar> bars = bars(note);
    bars.sort(Comparator.comparingDouble((Bar bar) -> bar.spread().median()).reversed());
    return bars;
  }

  private List<Bar> bars(Function<String, String> note) {
    List<Bar> bars = new ArrayList<>();
    report.forEach(
        (name, entry) -> {
          if (entry instanceof Map<?, ?> figures
              && figures.get(figure) instanceof Map<?, ?> spread) {
            String key = name.toString();
            String label = key.replace('_', ' ');
            bars.add(new Bar(label, Spread.ofJson(spread), label.equals(ours), note.apply(key)));
          }
        });
    return bars;
  }
}
