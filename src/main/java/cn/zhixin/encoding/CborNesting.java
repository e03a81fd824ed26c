package cn.zhixin.encoding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where in a tree of arrays and maps a reader or writer stands, and whether the keys of each map
 * come in the bytewise order of their encodings, each once (RFC 8949 §4.2.1). Confined to one
 * thread.
 */
final class CborNesting {
  /** Arrays, maps and what is inside them: deeper is refused. */
  static final int MAX_DEPTH = 16;

  private final long[] remaining = new long[MAX_DEPTH];
  private final boolean[] map = new boolean[MAX_DEPTH];
  private final int[] itemStart = new int[MAX_DEPTH];
  private final int[] keyStart = new int[MAX_DEPTH];
  private final int[] keyEnd = new int[MAX_DEPTH];
  private int depth;
  private boolean complete;

  void reset() {
    depth = 0;
    complete = false;
  }

  /** The one outermost item has been read or written to its end. */
  boolean isComplete() {
    return complete;
  }

  boolean isFull() {
    return depth == MAX_DEPTH;
  }

  /**
   * Enters an array of {@code items}, or a map of {@code items} keys and values.
   *
   * @param position just after the head
   * @return as {@link #complete}, for one without items is complete at once
   */
  @Nullable String open(boolean isMap, long items, byte[] encoding, int position) {
    remaining[depth] = items;
    map[depth] = isMap;
    itemStart[depth] = position;
    keyStart[depth] = -1;
    depth++;
    if (items > 0) {
      return null;
    }
    depth--;
    return complete(encoding, position);
  }

  /**
   * Notes that the item before {@code position} is complete, and every array or map that it ends.
   *
   * @return what is wrong with a map's key, or null
   */
  @Nullable String complete(byte[] encoding, int position) {
    while (depth > 0) {
      int top = depth - 1;
      boolean isKey = map[top] && remaining[top] % 2 == 0;
      if (isKey) {
        String fault = checkKey(top, encoding, position);
        if (fault != null) {
          return fault;
        }
      }
      itemStart[top] = position;
      if (--remaining[top] > 0) {
        return null;
      }
      depth--;
    }
    complete = true;
    return null;
  }

  private @Nullable String checkKey(int top, byte[] encoding, int position) {
    int start = itemStart[top];
    if (keyStart[top] >= 0) {
      int order =
          Arrays.compareUnsigned(encoding, keyStart[top], keyEnd[top], encoding, start, position);
      if (order == 0) {
        return "the same key again";
      }
      if (order > 0) {
        return "a key that sorts before the one ahead of it";
      }
    }
    keyStart[top] = start;
    keyEnd[top] = position;
    return null;
  }
}
