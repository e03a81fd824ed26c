package cn.zhixin.verification.freshness;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Codes and versions in an open hash table of plain numbers, two for each slot: the first 10
 * characters of a code, then its other 6 with the version. Versions rise, codes are never removed.
 *
 * <p>One thread writes; any may read meanwhile and sees an entry whole or not at all.
 */
final class VersionTable {
  private static final int CHARACTER_BITS = 6;
  private static final int HEAD = 10;
  private static final int VERSION_BITS = 28;
  private static final long VERSION = (1L << VERSION_BITS) - 1;

  private final AtomicLongArray cells;
  private final int mask;
  private volatile int size;

  /**
   * @param slots a power of two
   */
  VersionTable(int slots) {
    cells = new AtomicLongArray(2 * slots);
    mask = slots - 1;
  }

  int size() {
    return size;
  }

  /** Whether two slots of three are taken: more would make searches long. */
  boolean isCrowded() {
    return size >= (mask + 1L) * 2 / 3;
  }

  /** 0 for a code that is not here. */
  int version(String code) {
    int slot = slot(packed(code, 0, HEAD), packed(code, HEAD, code.length()));
    return (int) (cells.get(2 * slot + 1) & VERSION);
  }

  void raise(String code, int version) {
    if (version > VERSION) {
      throw new IllegalArgumentException("no certificate changes " + version + " times");
    }
    raise(packed(code, 0, HEAD), packed(code, HEAD, code.length()), version);
  }

  private void raise(long head, long tail, int version) {
    int slot = slot(head, tail);
    long present = cells.get(2 * slot + 1);
    if (version <= (present & VERSION)) {
      return;
    }
    cells.set(2 * slot + 1, tail << VERSION_BITS | version);
    if (present == 0) {
      // last: whoever reads the head finds the rest
      cells.set(2 * slot, head);
      size = size + 1;
    }
  }

  /** The same in a table of twice the size. */
  VersionTable doubled() {
    VersionTable larger = new VersionTable(2 * (mask + 1));
    for (int cell = 0; cell < cells.length(); cell += 2) {
      long rest = cells.get(cell + 1);
      if (rest != 0) {
        larger.raise(cells.get(cell), rest >>> VERSION_BITS, (int) (rest & VERSION));
      }
    }
    return larger;
  }

  /** The one that holds the code, or the free one where it belongs. */
  private int slot(long head, long tail) {
    long mixed = (head * 0x9E3779B97F4A7C15L ^ tail) * 0xD1B54A32D192ED03L;
    int slot = (int) (mixed >>> 32) & mask;
    while (true) {
      long found = cells.get(2 * slot);
      if (found == 0 || found == head && cells.get(2 * slot + 1) >>> VERSION_BITS == tail) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
  }

  /** Never 0: the characters of a code begin at {@code 0}, which counts as 1. */
  private static long packed(String code, int from, int to) {
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << CHARACTER_BITS | code.charAt(i) - '0' + 1;
    }
    return packed;
  }
}
