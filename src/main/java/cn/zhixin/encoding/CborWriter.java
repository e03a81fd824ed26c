package cn.zhixin.encoding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes one data item in the deterministic encoding of RFC 8949 §4.2.1: shortest heads, definite
 * lengths, the keys of a map in the bytewise order of their encodings. No floating point.
 *
 * <p>A caller that writes keys out of order, too few or too many items, gets an {@link
 * IllegalStateException}. Confined to one thread; {@link #reset} makes it ready for the next item
 * and keeps its buffer.
 */
public final class CborWriter {
  private static final int UNSIGNED = 0;
  private static final int NEGATIVE = 1 << 5;
  private static final int BYTES = 2 << 5;
  private static final int TEXT = 3 << 5;
  private static final int ARRAY = 4 << 5;
  private static final int MAP = 5 << 5;
  private static final int TAG = 6 << 5;
  private static final int FALSE = 0xF4;
  private static final int TRUE = 0xF5;
  private static final int NULL = 0xF6;
  private static final int HEAD_MAX = 9;

  private final CborNesting nesting = new CborNesting();
  private byte[] buffer;
  private int size;

  public CborWriter() {
    this(256);
  }

  /**
   * @param capacity bytes to start with; the buffer grows as needed
   */
  public CborWriter(int capacity) {
    buffer = new byte[Math.max(capacity, HEAD_MAX)];
  }

  public CborWriter reset() {
    nesting.reset();
    size = 0;
    return this;
  }

  /** An integer, -2^63 to 2^63-1. */
  public CborWriter integer(long value) {
    if (value < 0) {
      head(NEGATIVE, ~value);
    } else {
      head(UNSIGNED, value);
    }
    return done(nesting.complete(buffer, size));
  }

  public CborWriter bytes(Bytes value) {
    return bytes(value.unsafeArray());
  }

  public CborWriter bytes(byte[] value) {
    return bytes(value, 0, value.length);
  }

  public CborWriter bytes(byte[] value, int from, int length) {
    head(BYTES, length);
    ensure(length);
    System.arraycopy(value, from, buffer, size, length);
    size += length;
    return done(nesting.complete(buffer, size));
  }

  /**
   * @throws IllegalArgumentException if a surrogate stands without its partner
   */
  public CborWriter text(CharSequence value) {
    int length = Utf8.size(value);
    head(TEXT, length);
    ensure(length);
    Utf8.write(value, buffer, size);
    size += length;
    return done(nesting.complete(buffer, size));
  }

  /** Opens an array: the next {@code items} items are its own. */
  public CborWriter array(int items) {
    return open(ARRAY, false, items, items);
  }

  /** Opens a map: the next {@code entries} keys, each followed by its value, are its own. */
  public CborWriter map(int entries) {
    return open(MAP, true, entries, 2L * entries);
  }

  /** Tags the next item. */
  public CborWriter tag(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("no tag " + number);
    }
    head(TAG, number);
    return this;
  }

  public CborWriter bool(boolean value) {
    return simple(value ? TRUE : FALSE);
  }

  public CborWriter nil() {
    return simple(NULL);
  }

  /** The finished item. */
  public byte[] toArray() {
    if (!nesting.isComplete()) {
      throw new IllegalStateException("an array, map or tag lacks items");
    }
    return Arrays.copyOf(buffer, size);
  }

  /** The finished item. */
  public Bytes toBytes() {
    return Bytes.wrap(toArray());
  }

  private CborWriter simple(int head) {
    begin();
    buffer[size++] = (byte) head;
    return done(nesting.complete(buffer, size));
  }

  private CborWriter open(int type, boolean isMap, int count, long items) {
    if (count < 0) {
      throw new IllegalArgumentException("a count of " + count);
    }
    if (nesting.isFull()) {
      throw new IllegalStateException("deeper than " + CborNesting.MAX_DEPTH);
    }
    head(type, count);
    return done(nesting.open(isMap, items, buffer, size));
  }

  private void begin() {
    if (nesting.isComplete()) {
      throw new IllegalStateException("the item is complete already");
    }
    ensure(HEAD_MAX);
  }

  private void head(int type, long argument) {
    begin();
    if (argument < 24) {
      buffer[size++] = (byte) (type | argument);
    } else if (argument <= 0xFF) {
      argument(type | 24, argument, 1);
    } else if (argument <= 0xFFFF) {
      argument(type | 25, argument, 2);
    } else if (argument <= 0xFFFF_FFFFL) {
      argument(type | 26, argument, 4);
    } else {
      argument(type | 27, argument, 8);
    }
  }

  private void argument(int initial, long argument, int width) {
    buffer[size++] = (byte) initial;
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
      buffer[size++] = (byte) (argument >>> shift);
    }
  }

  private CborWriter done(@Nullable String fault) {
    if (fault != null) {
      throw new IllegalStateException(fault);
    }
    return this;
  }

  private void ensure(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + more));
    }
  }
}
