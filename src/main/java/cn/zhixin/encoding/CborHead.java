package cn.zhixin.encoding;

/**
 * The head of a data item, one to nine bytes (RFC 8949 §3): kind and argument. A head longer than
 * its argument needs is refused (§4.2.1), as are kinds that {@link CborType} does not have.
 */
final class CborHead {
  private static final int FALSE = 0xF4;
  private static final int TRUE = 0xF5;
  private static final int NULL = 0xF6;
  private static final String SUPPORTED = "an integer, string, array, map, tag, true, false, null";

  private final byte[] input;
  private int initial;
  private int size;
  private long argument;

  CborHead(byte[] input) {
    this.input = input;
  }

  /** Bytes of the head last read. */
  int size() {
    return size;
  }

  /** Unsigned, 64 bits: a negative number stands for one from 2^63. */
  long argument() {
    return argument;
  }

  boolean isNegative() {
    return initial >>> 5 == 1;
  }

  boolean isTrue() {
    return initial == TRUE;
  }

  CborType read(int at) throws MalformedCbor {
    initial = input[at] & 0xFF;
    if (initial >>> 5 == 7) {
      return simple(at);
    }
    readArgument(at);
    return switch (initial >>> 5) {
      case 0, 1 -> CborType.INTEGER;
      case 2 -> CborType.BYTES;
      case 3 -> CborType.TEXT;
      case 4 -> CborType.ARRAY;
      case 5 -> CborType.MAP;
      default -> CborType.TAG;
    };
  }

  private CborType simple(int at) throws MalformedCbor {
    size = 1;
    argument = 0;
    return switch (initial) {
      case FALSE, TRUE -> CborType.BOOLEAN;
      case NULL -> CborType.NULL;
      default -> throw new MalformedCbor(at, SUPPORTED, String.format("0x%02x", initial));
    };
  }

  private void readArgument(int at) throws MalformedCbor {
    int low = initial & 0x1F;
    if (low < 24) {
      size = 1;
      argument = low;
      return;
    }
    if (low > 27) {
      throw new MalformedCbor(at, "a definite length", String.format("0x%02x", initial));
    }
    int width = 1 << low - 24;
    if (input.length - at - 1 < width) {
      throw new MalformedCbor(at, width + " more bytes of the head", "the end");
    }
    long value = 0;
    for (int i = 1; i <= width; i++) {
      value = value << 8 | input[at + i] & 0xFF;
    }
    boolean fitsShorter = width == 1 ? value < 24 : value >>> 4 * width == 0;
    if (fitsShorter) {
      throw new MalformedCbor(at, "the shortest head", width + " bytes for " + value);
    }
    size = 1 + width;
    argument = value;
  }
}
