package cn.zhixin.document.qr;

import java.util.ArrayList;
import java.util.List;

/** The penalty of ISO/IEC 18004:2015 §7.8.3.1, module by module, on lines written as text. */
final class SlowMaskScore {
  private SlowMaskScore() {}

  static int score(boolean[][] dark) {
    List<String> lines = lines(dark);
    int score = 0;
    for (String line : lines) {
      score += runs(line) + finders(line);
    }
    return score + squares(dark) + proportion(lines.subList(0, dark.length));
  }

  /** All rows, then all columns. */
  private static List<String> lines(boolean[][] dark) {
    List<String> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < dark.length; i++) {
      StringBuilder row = new StringBuilder();
      StringBuilder column = new StringBuilder();
      for (int j = 0; j < dark.length; j++) {
        row.append(dark[i][j] ? '#' : '.');
        column.append(dark[j][i] ? '#' : '.');
      }
      rows.add(row.toString());
      columns.add(column.toString());
    }
    rows.addAll(columns);
    return rows;
  }

  private static int runs(String line) {
    int score = 0;
    int start = 0;
    for (int i = 1; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) != line.charAt(start)) {
        int length = i - start;
        score += length >= 5 ? 3 + (length - 5) : 0;
        start = i;
      }
    }
    return score;
  }

  private static int finders(String line) {
    int score = 0;
    for (int i = 0; i + 7 <= line.length(); i++) {
      boolean pattern = line.startsWith("#.###.#", i);
      boolean light = line.startsWith("....", i + 7) || i >= 4 && line.startsWith("....", i - 4);
      score += pattern && light ? 40 : 0;
    }
    return score;
  }

  private static int squares(boolean[][] dark) {
    int score = 0;
    for (int y = 0; y + 1 < dark.length; y++) {
      for (int x = 0; x + 1 < dark.length; x++) {
        boolean first = dark[y][x];
        boolean same =
            first == dark[y][x + 1] && first == dark[y + 1][x] && first == dark[y + 1][x + 1];
        score += same ? 3 : 0;
      }
    }
    return score;
  }

  private static int proportion(List<String> rows) {
    long dark = rows.stream().flatMapToInt(String::chars).filter(c -> c == '#').count();
    double percent = 100.0 * dark / ((double) rows.size() * rows.size());
    return 10 * (int) (Math.abs(percent - 50) / 5);
  }
}
