package cn.zhixin.document.font;

import cn.zhixin.document.buffer.ByteBuilder;
import java.util.Arrays;

/** Bits one after another as deflate packs them, the lowest of a byte first (RFC 1951 §3.1.1). */
final class BitBuffer {
  /** Bits from {@link #size} on are zero. */
  private long[] words;

  private int size;

  /**
   * @param capacity in bits; it grows
   */
  BitBuffer(int capacity) {
    words = new long[(capacity >> 6) + 2];
  }

  void clear() {
    Arrays.fill(words, 0, (size >> 6) + 1, 0);
    size = 0;
  }

  /**
   * @param value its lowest {@code count} bits, others zero
   * @param count up to 32
   */
  void append(long value, int count) {
    ensure(count);
    put(value);
    size += count;
  }

  void append(BitBuffer other) {
    ensure(other.size);
    int end = size + other.size;
    for (int i = 0; i << 6 < other.size; i++) {
      put(other.words[i]);
      size += 64;
    }
    size = end;
  }

  private void put(long value) {
    int at = size >> 6;
    int shift = size & 63;
    words[at] |= value << shift;
    if (shift > 0) {
      words[at + 1] |= value >>> 64 - shift;
    }
  }

  /** Appends all bits, filled up with zeros to a byte. */
  void writeTo(ByteBuilder out) {
    int bytes = (size + 7) / 8;
    for (int i = 0; i < bytes / 8; i++) {
      out.int64(Long.reverseBytes(words[i]));
    }
    for (int i = bytes & ~7; i < bytes; i++) {
      out.append((int) (words[i >> 3] >>> 8 * (i & 7)));
    }
  }

  private void ensure(int more) {
    int wanted = (size + more >> 6) + 2;
    if (wanted > words.length) {
      words = Arrays.copyOf(words, Math.max(2 * words.length, wanted));
    }
  }
}
