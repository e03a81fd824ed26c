package cn.zhixin.document.qr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Places the codewords and chooses the mask of the lowest penalty, of equal ones the first (ISO/IEC
 * 18004:2015 §7.8.3). Used by one thread at a time.
 */
final class SymbolMasking {
  private final long[] data = new long[2 * FunctionPatterns.size(BlockStructure.MAXIMUM_VERSION)];
  private final int[] partial = new int[MaskPattern.COUNT];
  private final @Nullable MaskScore[] scores = new MaskScore[BlockStructure.MAXIMUM_VERSION + 1];

  /**
   * Makes the symbol.
   *
   * @param buffer starts with the data codewords; written to after them
   */
  QrSymbol complete(SymbolLayout layout, byte[] buffer) {
    int longs = layout.size() * Modules.longsPerRow(layout.size());
    Arrays.fill(data, 0, longs, 0);
    layout.place(buffer, data);
    int mask = choose(layout);
    long[] rows = layout.masked(mask).clone();
    for (int i = 0; i < longs; i++) {
      rows[i] ^= data[i];
    }
    return new QrSymbol(layout.version(), layout.level(), mask, rows);
  }

  private int choose(SymbolLayout layout) {
    MaskScore score = score(layout);
    for (int mask = 0; mask < MaskPattern.COUNT; mask++) {
      partial[mask] = score.runsSquaresProportion(data, layout.masked(mask));
    }
    int best = 0;
    int bestScore = Integer.MAX_VALUE;
    for (int candidate = lowest(); partial[candidate] <= bestScore; candidate = lowest()) {
      int full = partial[candidate] + score.finders(data, layout.masked(candidate));
      partial[candidate] = Integer.MAX_VALUE;
      if (full < bestScore || full == bestScore && candidate < best) {
        best = candidate;
        bestScore = full;
      }
    }
    return best;
  }

  private int lowest() {
    int lowest = 0;
    for (int mask = 1; mask < MaskPattern.COUNT; mask++) {
      lowest = partial[mask] < partial[lowest] ? mask : lowest;
    }
    return lowest;
  }

  private MaskScore score(SymbolLayout layout) {
    MaskScore score = scores[layout.version()];
    if (score == null) {
      score = MaskScore.of(layout.size());
      scores[layout.version()] = score;
    }
    return score;
  }
}
