package cn.zhixin.document.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes written one after another, with places that can be written again.
 *
 * <p>Confined to one thread. Kept and emptied rather than made anew for each document.
 */
public final class ByteBuilder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** The two upper-case hexadecimal digits of each byte, as one big-endian short. */
  private static final short[] HEX = new short[256];

  static {
    byte[] digits = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < HEX.length; i++) {
      HEX[i] = (short) (digits[i >> 4] << 8 | digits[i & 15]);
    }
  }

  private static final int[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private byte[] bytes;
  private int size;

  public ByteBuilder(int capacity) {
    bytes = new byte[capacity];
  }

  public int size() {
    return size;
  }

  /** The array behind, valid up to {@link #size} and until the next write. */
  public byte[] array() {
    return bytes;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** Forgets what stands at {@code size} and after it. */
  public void truncate(int newSize) {
    if (newSize < 0 || newSize > size) {
      throw new IllegalArgumentException("cannot cut " + size + " bytes to " + newSize);
    }
    size = newSize;
  }

  /** Leaves room for bytes that are written later; their content is whatever stood there. */
  public int skip(int count) {
    ensure(count);
    int at = size;
    size += count;
    return at;
  }

  public ByteBuilder append(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  public ByteBuilder append(byte[] source) {
    return append(source, 0, source.length);
  }

  public ByteBuilder append(byte[] source, int from, int length) {
    ensure(length);
    System.arraycopy(source, from, bytes, size, length);
    size += length;
    return this;
  }

  /** Characters up to U+00FF, one byte each. */
  public ByteBuilder latin(String text) {
    return append(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public ByteBuilder decimal(int value) {
    ensure(11);
    int rest = value;
    if (rest < 0) {
      bytes[size++] = '-';
      rest = -rest;
    }
    int digits = 1;
    while (digits < POWERS.length && rest >= POWERS[digits]) {
      digits++;
    }
    writeDecimal(size, rest, digits);
    size += digits;
    return this;
  }

  /**
   * No exponent and no trailing zeros (ISO 32000-1 §7.3.3).
   *
   * @param decimals places kept after the point, 0 to 5
   */
  public ByteBuilder real(double value, int decimals) {
    int unit = POWERS[decimals];
    long scaled = Math.round(value * unit);
    if (scaled < 0) {
      append('-');
      scaled = -scaled;
    }
    decimal(Math.toIntExact(scaled / unit));
    int fraction = (int) (scaled % unit);
    if (fraction != 0) {
      int digits = decimals;
      while (fraction % 10 == 0) {
        fraction /= 10;
        digits--;
      }
      append('.');
      ensure(digits);
      writeDecimal(size, fraction, digits);
      size += digits;
    }
    return this;
  }

  /** Big-endian. */
  public ByteBuilder int64(long value) {
    ensure(8);
    LONG.set(bytes, size, value);
    size += 8;
    return this;
  }

  /** Big-endian. */
  public ByteBuilder int32(int value) {
    ensure(4);
    INT.set(bytes, size, value);
    size += 4;
    return this;
  }

  /** Big-endian, the lower 16 bits. */
  public ByteBuilder int16(int value) {
    ensure(2);
    SHORT.set(bytes, size, (short) value);
    size += 2;
    return this;
  }

  /** Four hexadecimal digits of the lower 16 bits. */
  public ByteBuilder hex16(int value) {
    ensure(4);
    INT.set(bytes, size, HEX[value >> 8 & 255] << 16 | HEX[value & 255] & 0xffff);
    size += 4;
    return this;
  }

  /** Big-endian. */
  public void setInt32(int at, int value) {
    INT.set(bytes, at, value);
  }

  /** Fills exactly {@code width} places with digits, zeros first. */
  public void setDecimal(int at, int value, int width) {
    writeDecimal(at, value, width);
  }

  /** Writes two hexadecimal digits for each byte. */
  public void setHex(int at, byte[] source, int length) {
    for (int i = 0; i < length; i++) {
      SHORT.set(bytes, at + 2 * i, HEX[source[i] & 255]);
    }
  }

  private void writeDecimal(int at, int value, int width) {
    int rest = value;
    for (int i = at + width - 1; i >= at; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (rest != 0) {
      throw new IllegalArgumentException(value + " has more than " + width + " digits");
    }
  }

  private void ensure(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
