package cn.zhixin.verification.web;

import cn.zhixin.ledger.PublishedLedger.DaySize;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where the ledger's growth is drawn, in the units of an SVG view box of {@value #WIDTH} by {@value
 * #HEIGHT}. Begins with the size at the first day's end, and is flat over days without any entry.
 *
 * @param line path of the sizes, not much more than a corner for each half unit
 * @param area the same, closed along the base
 * @param levels the lines across, lowest first
 * @param from the first day with an entry
 * @param to the last day with an entry
 * @param end height of the line's end, which always lies at the right edge; of one day, all of it
 */
record GrowthChart(
    String line, String area, List<Level> levels, LocalDate from, LocalDate to, String end) {
  static final int WIDTH = 320;
  static final int HEIGHT = 160;

  private static final int TOP = 24;
  private static final int BASE = 152;
  private static final int[] ROUND = {1, 2, 4, 6, 8, 10};

  /** Narrower steps would not be seen. */
  private static final double STEP = 0.5;

  /** Room for the end's dot. */
  private static final int RIGHT = WIDTH - 5;

  GrowthChart {
    levels = List.copyOf(levels);
  }

  /** A size that the eye is to compare with. */
  record Level(long size, String y) {}

  /**
   * @param days oldest first, at least one
   */
  static GrowthChart of(List<DaySize> days) {
    LocalDate from = days.get(0).day();
    LocalDate to = days.get(days.size() - 1).day();
    long top = roundUp(days.get(days.size() - 1).size());
    double perDay = (double) RIGHT / Math.max(1, ChronoUnit.DAYS.between(from, to));
    String left = number(from.equals(to) ? RIGHT : 0);
    DaySize before = days.get(0);
    StringBuilder line = new StringBuilder("M" + left + " " + y(before.size(), top));
    double drawn = 0;
    for (DaySize day : days.subList(1, days.size())) {
      double x = ChronoUnit.DAYS.between(from, day.day()) * perDay;
      if (x - drawn >= STEP || day.day().equals(to)) {
        if (before.day().isBefore(day.day().minusDays(1))) {
          line.append(corner(x - perDay, y(before.size(), top)));
        }
        line.append(corner(x, y(day.size(), top)));
        drawn = x;
      }
      before = day;
    }
    String area = line + "L" + RIGHT + " " + BASE + "L" + left + " " + BASE + "Z";
    return new GrowthChart(line.toString(), area, levels(top), from, to, y(before.size(), top));
  }

  /** A height as part of the whole, for what is not to be stretched with the view box. */
  static String percent(String y) {
    return number(Double.parseDouble(y) / HEIGHT * 100) + "%";
  }

  private static List<Level> levels(long top) {
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(0, y(0, top)));
    if (top % 2 == 0) {
      levels.add(new Level(top / 2, y(top / 2, top)));
    }
    levels.add(new Level(top, y(top, top)));
    return levels;
  }

  /** The next number of one digit and zeros whose half is a round one too. */
  private static long roundUp(long size) {
    long scale = 1;
    while (size > 10 * scale) {
      scale *= 10;
    }
    for (int round : ROUND) {
      if (round * scale >= size) {
        return round * scale;
      }
    }
    throw new IllegalArgumentException("not below ten times its scale: " + size);
  }

  private static String corner(double x, String y) {
    return "L" + number(x) + " " + y;
  }

  private static String y(long size, long top) {
    return number(BASE - (double) size / top * (BASE - TOP));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
