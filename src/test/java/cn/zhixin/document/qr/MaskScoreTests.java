package cn.zhixin.document.qr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskScoreTests {
  private final QrEncoder encoder = new QrEncoder();

  @ParameterizedTest
  @ValueSource(ints = {21, 45, 61, 65, 69})
  void agreesWithTheStandardModuleByModule(int size) {
    Random random = new Random(size);
    MaskScore score = MaskScore.of(size);
    for (int i = 0; i < 300; i++) {
      boolean[][] dark = lines(size, random);
      long[] half = new long[size * Modules.longsPerRow(size)];
      long[] rest = rows(dark);
      for (int j = 0; j < half.length; j++) {
        half[j] = random.nextLong();
        rest[j] ^= half[j];
      }

      assertThat(score.runsSquaresProportion(half, rest) + score.finders(half, rest))
          .isEqualTo(SlowMaskScore.score(dark));
    }
  }

  @Test
  void choosesTheFirstMaskOfTheLowestPenalty() {
    Random random = new Random(7883);
    for (int version = 1; version <= QrEncoder.MAXIMUM_VERSION; version++) {
      for (ErrorCorrection level : ErrorCorrection.values()) {
        for (int i = 0; i < 20; i++) {
          QrSymbol symbol = encoder.encode(Texts.fitting(version, level, random), version, level);
          assertThat(symbol.mask()).isEqualTo(bestMask(symbol));
        }
      }
    }
  }

  /** Undoes the symbol's mask and tries all eight. */
  private static int bestMask(QrSymbol symbol) {
    SymbolLayout layout = SymbolLayout.of(symbol.version(), symbol.level());
    int best = -1;
    int bestScore = Integer.MAX_VALUE;
    for (int mask = 0; mask < MaskPattern.COUNT; mask++) {
      boolean[][] dark = new boolean[symbol.size()][symbol.size()];
      for (int y = 0; y < symbol.size(); y++) {
        for (int x = 0; x < symbol.size(); x++) {
          dark[y][x] =
              symbol.isDark(x, y)
                  ^ bit(layout.masked(symbol.mask()), symbol.size(), x, y)
                  ^ bit(layout.masked(mask), symbol.size(), x, y);
        }
      }
      int score = SlowMaskScore.score(dark);
      if (score < bestScore) {
        best = mask;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean bit(long[] rows, int size, int x, int y) {
    return (rows[y * Modules.longsPerRow(size) + x / 64] >>> x & 1) != 0;
  }

  private static long[] rows(boolean[][] dark) {
    Modules modules = new Modules(dark.length);
    for (int y = 0; y < dark.length; y++) {
      for (int x = 0; x < dark.length; x++) {
        modules.set(x, y, dark[y][x]);
      }
    }
    return modules.rows();
  }

  /** Long runs, squares and finder-like patterns in rows and columns, not only noise. */
  private static boolean[][] lines(int size, Random random) {
    boolean[][] dark = new boolean[size][size];
    boolean across = random.nextBoolean();
    String[] pieces = {"#.###.#", "....", "#.###.#....", "#####", ".......", "#", ".", "##"};
    for (int i = 0; i < size; i++) {
      StringBuilder line = new StringBuilder();
      while (line.length() < size) {
        line.append(pieces[random.nextInt(pieces.length)]);
      }
      boolean again = i > 0 && random.nextInt(3) > 0;
      for (int j = 0; j < size; j++) {
        boolean before = i > 0 && (across ? dark[i - 1][j] : dark[j][i - 1]);
        boolean module = again ? before : line.charAt(j) == '#';
        if (across) {
          dark[i][j] = module;
        } else {
          dark[j][i] = module;
        }
      }
    }
    return dark;
  }
}
