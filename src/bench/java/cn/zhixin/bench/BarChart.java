package cn.zhixin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bars with spreads as one SVG file, 800 wide, in the pages' colours, light or dark as the reader's
 * screen is. The numbers stand in words in its description, for who cannot see it.
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
    String machine) {
  /**
   * One contestant.
   *
   * @param note a few characters behind its figure; may be empty
   */
  record Bar(String label, Spread spread, boolean ours, String note) {}

  private static final int WIDTH = 800;
  private static final int EDGE = 24;
  private static final int PLOT_TOP = 116;
  private static final int ROW = 34;
  private static final int BAR = 18;
  private static final int VALUE_COLUMN = 74;
  private static final int NOTE_COLUMN = 96;
  private static final int LARGEST_LABEL = 300;
  private static final int LINE_CHARACTERS = 112;

  /** Width of a usual letter, in ems. */
  private static final double LETTER = 0.56;

  private static final String STYLE =
      """
      text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,\
      "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;fill:#17212b;font-size:15px}
      .ground{fill:#fff;stroke:#dfe5ea}
      .title{font-size:20px;font-weight:700}
      .muted,.tick,.foot{fill:#566473}
      .tick,.foot,.head{font-size:12px}
      .head{fill:#566473}
      .value{font-weight:600;font-variant-numeric:tabular-nums}
      .grid{stroke:#dfe5ea}
      .bar{fill:#a9b8c6}
      .ours{fill:#1f4e79}
      .halo{stroke:#fff;stroke-width:5}
      .range{stroke:#17212b;stroke-width:1.5}
      @media(prefers-color-scheme:dark){
      text{fill:#e8eef3}
      .ground{fill:#18212a;stroke:#2c3844}
      .muted,.tick,.foot,.head{fill:#a5b2bf}
      .grid{stroke:#2c3844}
      .bar{fill:#4f6172}
      .ours{fill:#93bde6}
      .halo{stroke:#18212a}
      .range{stroke:#e8eef3}
      }
      """;

  BarChart {
    bars = List.copyOf(bars);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("nothing to draw");
    }
  }

  String svg() {
    List<String> foot = lines(machine);
    int plotEnd = PLOT_TOP + ROW * bars.size();
    int height = plotEnd + 40 + 18 * foot.size() + EDGE / 2;
    StringBuilder out = new StringBuilder(1 << 13);
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-labelledby=\"title desc\">%n",
            WIDTH, height, WIDTH, height));
    out.append("<title id=\"title\">").append(escape(title)).append("</title>\n<desc id=\"desc\">");
    out.append(escape(inWords())).append("</desc>\n<style>").append(STYLE).append("</style>\n");
    out.append(
        format(
            "<rect class=\"ground\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"10\"/>%n",
            WIDTH - 1, height - 1));
    text(out, "title", "start", EDGE, 42, title);
    text(out, "muted", "start", EDGE, 66, unit);
    plot(out, plotEnd);
    int y = plotEnd + 44;
    for (String line : foot) {
      text(out, "foot", "start", EDGE, y, line);
      y += 18;
    }
    return out.append("</svg>\n").toString();
  }

  private void plot(StringBuilder out, int plotEnd) {
    int left = EDGE + labelColumn() + 12;
    int notes = noteHeading.isEmpty() ? 0 : NOTE_COLUMN;
    int right = WIDTH - EDGE - VALUE_COLUMN - notes;
    ChartScale scale = ChartScale.of(spreads(), logarithmic, left, right);
    for (double tick : scale.ticks()) {
      double x = scale.x(tick);
      out.append(
          format(
              "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
              x, PLOT_TOP - 6, x, plotEnd));
      text(out, "tick", "middle", x, plotEnd + 17, tick(tick));
    }
    text(out, "head", "end", right + VALUE_COLUMN, PLOT_TOP - 12, "median");
    text(out, "head", "end", WIDTH - EDGE, PLOT_TOP - 12, noteHeading);
    int y = PLOT_TOP;
    for (Bar bar : bars) {
      row(out, bar, scale, left, y);
      text(out, "value", "end", right + VALUE_COLUMN, y + 18, number(bar.spread().median()));
      text(out, "muted", "end", WIDTH - EDGE, y + 18, bar.note());
      y += ROW;
    }
  }

  private static void row(StringBuilder out, Bar bar, ChartScale scale, int left, int y) {
    text(out, "", "start", EDGE, y + 18, bar.label());
    out.append(
        format(
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>%n",
            bar.ours() ? "ours" : "bar",
            left,
            y + 4,
            Math.max(1, scale.x(bar.spread().median()) - left),
            BAR));
    int middle = y + 4 + BAR / 2;
    String path =
        format(
            "M%.1f %dH%.1fM%.1f %dv8M%.1f %dv8",
            scale.x(bar.spread().minimum()),
            middle,
            scale.x(bar.spread().maximum()),
            scale.x(bar.spread().minimum()),
            middle - 4,
            scale.x(bar.spread().maximum()),
            middle - 4);
    out.append(
        format("<path class=\"halo\" d=\"%s\"/><path class=\"range\" d=\"%s\"/>%n", path, path));
  }

  private List<Spread> spreads() {
    return bars.stream().map(Bar::spread).toList();
  }

  private int labelColumn() {
    int longest = bars.stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
    return Math.min(LARGEST_LABEL, (int) Math.ceil(longest * 15 * LETTER));
  }

  private String inWords() {
    StringBuilder words = new StringBuilder(unit).append(". ");
    for (Bar bar : bars) {
      words.append(bar.label()).append(": ").append(number(bar.spread().median()));
      words.append(", from ").append(number(bar.spread().minimum()));
      words.append(" to ").append(number(bar.spread().maximum()));
      if (!bar.note().isEmpty()) {
        words.append(" (").append(noteHeading).append(' ').append(bar.note()).append(')');
      }
      words.append(". ");
    }
    return words.append(machine).toString();
  }

  /** Three digits are what a reader compares. */
  static String number(double figure) {
    double size = Math.abs(figure);
    if (size >= 1000) {
      double unit = Math.pow(10, Math.floor(Math.log10(size)) - 2);
      return format("%,.0f", Math.rint(figure / unit) * unit);
    }
    if (size >= 100) {
      return format("%.0f", figure);
    }
    return size >= 10
        ? format("%.1f", figure)
        : size >= 1 ? format("%.2f", figure) : format("%.3f", figure);
  }

  private static String tick(double figure) {
    return figure == Math.rint(figure) ? format("%,.0f", figure) : number(figure);
  }

  private static void text(
      StringBuilder out, String type, String anchor, double x, double y, String text) {
    if (!text.isEmpty()) {
      out.append(
          format(
              "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
              type, anchor, x, y, escape(text)));
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() + word.length() + 1 > LINE_CHARACTERS) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
