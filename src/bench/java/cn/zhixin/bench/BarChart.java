package cn.zhixin.bench;

import java.util.List;

/**
 * Bars with spreads.
 *
 * @param unit what a bar counts, and whether more of it is better
 * @param noteHeading above the notes; empty if there are none
 * @param machine what it was measured on and how
 */
record BarChart(
    String title,
    String unit,
    String noteHeading,
    boolean logarithmic,
    List<Bar> bars,
    String machine)
    implements Chart {
  /**
   * One contestant.
   *
   * @param note a few characters behind its figure; may be empty
   */
  record Bar(String label, Spread spread, boolean ours, String note) {}

  private static final int EDGE = ChartFrame.EDGE;
  private static final int PLOT_TOP = ChartFrame.PLOT_TOP;
  private static final int ROW = 34;
  private static final int BAR = 18;
  private static final int VALUE_COLUMN = 74;
  private static final int NOTE_COLUMN = 96;
  private static final int LARGEST_LABEL = 300;

  /** Width of a usual letter, in ems. */
  private static final double LETTER = 0.56;

  private static final String SPREADS = " Thin lines reach from the least to the greatest round.";

  BarChart {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("nothing to draw");
    }
  }

  @Override
  public String svg() {
    int plotEnd = PLOT_TOP + ROW * bars.size();
    return new ChartFrame(title, unit, inWords(), machine + SPREADS).around(plot(plotEnd), plotEnd);
  }

  private String plot(int plotEnd) {
    int left = EDGE + labelColumn() + 12;
    int notes = noteHeading.isEmpty() ? 0 : NOTE_COLUMN;
    int right = ChartFrame.WIDTH - EDGE - VALUE_COLUMN - notes;
    int notesEnd = ChartFrame.WIDTH - EDGE;
    ChartScale scale = ChartScale.of(spreads(), logarithmic, left, right);
    StringBuilder out = new StringBuilder();
    for (double tick : scale.ticks()) {
      double x = scale.at(tick);
      ChartFrame.gridLine(out, x, PLOT_TOP - 6, x, plotEnd);
      ChartFrame.text(out, "tick", "middle", x, plotEnd + 17, ChartFrame.tick(tick));
    }
    ChartFrame.text(out, "head", "end", right + VALUE_COLUMN, PLOT_TOP - 12, "median");
    ChartFrame.text(out, "head", "end", notesEnd, PLOT_TOP - 12, noteHeading);
    int y = PLOT_TOP;
    for (Bar bar : bars) {
      String median = ChartFrame.number(bar.spread().median());
      row(out, bar, scale, left, y);
      ChartFrame.text(out, "value", "end", right + VALUE_COLUMN, y + 18, median);
      ChartFrame.text(out, "muted", "end", notesEnd, y + 18, bar.note());
      y += ROW;
    }
    return out.toString();
  }

  private static void row(StringBuilder out, Bar bar, ChartScale scale, int left, int y) {
    ChartFrame.text(out, "", "start", EDGE, y + 18, bar.label());
    out.append(
        ChartFrame.format(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
            bar.ours() ? "ours" : "bar",
            left,
            y + 4,
            Math.max(1, scale.at(bar.spread().median()) - left),
            BAR));
    int middle = y + 4 + BAR / 2;
    String path =
        ChartFrame.format(
            "M%.1f %dH%.1fM%.1f %dv8M%.1f %dv8",
            scale.at(bar.spread().minimum()),
            middle,
            scale.at(bar.spread().maximum()),
            scale.at(bar.spread().minimum()),
            middle - 4,
            scale.at(bar.spread().maximum()),
            middle - 4);
    out.append(
        ChartFrame.format(
            "<path class=\"halo\" d=\"%s\"/><path class=\"range\" d=\"%s\"/>%n", path, path));
  }

  private List<Spread> spreads() {
    return bars.stream().map(Bar::spread).toList();
  }

  private int labelColumn() {
    int longest = bars.stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
    return Math.min(LARGEST_LABEL, (int) Math.ceil(longest * 15 * LETTER));
  }

  private String inWords() {
    StringBuilder words = new StringBuilder();
    for (Bar bar : bars) {
      words.append(bar.label()).append(": ").append(ChartFrame.number(bar.spread().median()));
      words.append(", from ").append(ChartFrame.number(bar.spread().minimum()));
      words.append(" to ").append(ChartFrame.number(bar.spread().maximum()));
      if (!bar.note().isEmpty()) {
        words.append(" (").append(noteHeading).append(' ').append(bar.note()).append(')');
      }
      words.append(". ");
    }
    return words.toString();
  }
}
