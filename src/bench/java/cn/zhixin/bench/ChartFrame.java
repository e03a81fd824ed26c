package cn.zhixin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What all charts have: one SVG file, 800 wide, in the pages' colours, light or dark as the
 * reader's screen is, with a title above the plot and the machine below.
 *
 * @param unit what the plot shows, and whether more of it is better
 * @param words the numbers, for who cannot see them
 * @param machine what it was measured on and how
 */
record ChartFrame(String title, String unit, String words, String machine) {
  static final int WIDTH = 800;
  static final int EDGE = 24;
  static final int PLOT_TOP = 116;
  private static final int LINE = 18;
  private static final int LINE_CHARACTERS = 112;

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
      .line{fill:none;stroke:#1f4e79;stroke-width:2.5;stroke-linejoin:round}
      .halo{stroke:#fff;stroke-width:5}
      .range{stroke:#17212b;stroke-width:1.5}
      @media(prefers-color-scheme:dark){
      text{fill:#e8eef3}
      .ground{fill:#18212a;stroke:#2c3844}
      .muted,.tick,.foot,.head{fill:#a5b2bf}
      .grid{stroke:#2c3844}
      .bar{fill:#4f6172}
      .ours{fill:#93bde6}
      .line{stroke:#93bde6}
      .halo{stroke:#18212a}
      .range{stroke:#e8eef3}
      }
      """;

  /**
   * @param plot elements below the title, down to {@code plotEnd} and a line of ticks
   */
  String around(CharSequence plot, int plotEnd) {
    List<String> foot = lines(machine);
    int height = plotEnd + 40 + LINE * foot.size() + EDGE / 2;
    StringBuilder out = new StringBuilder(1 << 13);
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" role=\"img\" aria-labelledby=\"title desc\">%n",
            WIDTH, height, WIDTH, height));
    out.append("<title id=\"title\">").append(escape(title)).append("</title>\n<desc id=\"desc\">");
    out.append(escape(unit + ". " + words + machine)).append("</desc>\n<style>").append(STYLE);
    out.append("</style>\n");
    out.append(
        format(
            "<rect class=\"ground\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"10\"/>%n",
            WIDTH - 1, height - 1));
    text(out, "title", "start", EDGE, 42, title);
    text(out, "muted", "start", EDGE, 66, unit);
    out.append(plot);
    int y = plotEnd + 44;
    for (String line : foot) {
      text(out, "foot", "start", EDGE, y, line);
      y += LINE;
    }
    return out.append("</svg>\n").toString();
  }

  /** Nothing at all for an empty text. */
  static void text(StringBuilder out, String type, String anchor, double x, double y, String text) {
    if (!text.isEmpty()) {
      out.append(
          format(
              "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
              type, anchor, x, y, escape(text)));
    }
  }

  static void gridLine(StringBuilder out, double fromX, double fromY, double toX, double toY) {
    out.append(
        format(
            "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
            fromX, fromY, toX, toY));
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

  static String tick(double figure) {
    return figure == Math.rint(figure) ? format("%,.0f", figure) : number(figure);
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
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

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
