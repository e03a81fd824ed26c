package cn.zhixin.document.qr;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All that is the same in every symbol of one version and level: order and places of the codewords,
 * and for each mask the function patterns with the mask laid over the data area. Immutable; built
 * once and shared.
 */
final class SymbolLayout {
  private static final Map<Integer, SymbolLayout> BUILT = new ConcurrentHashMap<>();

  private final int version;
  private final ErrorCorrection level;
  private final BlockStructure blocks;
  private final ReedSolomon reedSolomon;
  private final CodewordPlacement placement;
  private final int[] sequence;
  private final long[][] masked;

  private SymbolLayout(int version, ErrorCorrection level) {
    this.version = version;
    this.level = level;
    this.blocks = BlockStructure.of(version, level);
    this.reedSolomon = new ReedSolomon(blocks.correctionPerBlock());
    FunctionPatterns patterns = new FunctionPatterns(version);
    this.placement = new CodewordPlacement(patterns, size(), blocks.codewords());
    this.sequence = interleave(blocks);
    this.masked = new long[MaskPattern.COUNT][];
    for (int mask = 0; mask < MaskPattern.COUNT; mask++) {
      patterns.format(BchCode.format(level, mask));
      masked[mask] = lay(patterns, mask, size());
    }
  }

  static SymbolLayout of(int version, ErrorCorrection level) {
    return BUILT.computeIfAbsent(
        version * 4 + level.ordinal(), key -> new SymbolLayout(version, level));
  }

  /** Indices into the buffer of {@link #bufferSize} in the order of ISO/IEC 18004:2015 §7.6. */
  private static int[] interleave(BlockStructure blocks) {
    int[] sequence = new int[blocks.codewords()];
    int n = 0;
    int longest = blocks.dataLength(blocks.blocks() - 1);
    for (int i = 0; i < longest; i++) {
      for (int block = 0; block < blocks.blocks(); block++) {
        if (i < blocks.dataLength(block)) {
          sequence[n++] = blocks.dataStart(block) + i;
        }
      }
    }
    for (int i = 0; i < blocks.correctionPerBlock(); i++) {
      for (int block = 0; block < blocks.blocks(); block++) {
        sequence[n++] = blocks.dataCodewords() + ReedSolomon.WRITTEN * block + i;
      }
    }
    return sequence;
  }

  private static long[] lay(FunctionPatterns patterns, int mask, int size) {
    Modules modules = new Modules(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean on =
            patterns.isTaken(x, y) ? patterns.isDark(x, y) : MaskPattern.inverts(mask, x, y);
        modules.set(x, y, on);
      }
    }
    return modules.rows();
  }

  int version() {
    return version;
  }

  ErrorCorrection level() {
    return level;
  }

  int size() {
    return FunctionPatterns.size(version);
  }

  BlockStructure blocks() {
    return blocks;
  }

  /** Bytes of a buffer that {@link #place} can work in, for any version and level. */
  static int bufferSize() {
    return 532 + ReedSolomon.WRITTEN * 16;
  }

  /**
   * Appends the correction codewords to the data codewords and sets the unmasked data modules.
   *
   * @param buffer starts with the data codewords; written to after them
   * @param rows zeros
   */
  void place(byte[] buffer, long[] rows) {
    for (int block = 0; block < blocks.blocks(); block++) {
      int from = blocks.dataStart(block);
      int to = blocks.dataStart(block + 1);
      int at = blocks.dataCodewords() + ReedSolomon.WRITTEN * block;
      reedSolomon.remainder(buffer, from, to, buffer, at);
    }
    placement.place(buffer, sequence, rows);
  }

  /** Rows to be combined with the data modules by exclusive or. */
  long[] masked(int mask) {
    return masked[mask];
  }
}
