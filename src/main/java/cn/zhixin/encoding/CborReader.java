package cn.zhixin.encoding;

import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one data item in the deterministic encoding of RFC 8949 §4.2.1 and takes nothing else:
 * indefinite lengths, heads longer than needed, keys out of order or twice, invalid UTF-8, floating
 * point, lengths beyond the end, more than 16 levels and trailing bytes are refused, so that equal
 * contents have equal bytes.
 *
 * <p>Allocates nothing before it has seen that the bytes are there. Confined to one thread.
 */
public final class CborReader {
  private final CborNesting nesting = new CborNesting();
  private final CborHead head;
  private final byte[] input;
  private int position;

  public CborReader(Bytes input) {
    this(input.unsafeArray());
  }

  /**
   * @param input read in place: not to be written to meanwhile
   */
  public CborReader(byte[] input) {
    this.input = input;
    this.head = new CborHead(input);
  }

  /** The kind of the next item. */
  public CborType peek() throws MalformedCbor {
    return next("a data item");
  }

  /** An integer, -2^63 to 2^63-1. */
  public long integer() throws MalformedCbor {
    require(CborType.INTEGER);
    int at = position;
    long argument = head.argument();
    if (argument < 0) {
      throw new MalformedCbor(at, "an integer of 64 bits with sign", "a greater one");
    }
    boolean negative = head.isNegative();
    advance(head.size());
    return negative ? ~argument : argument;
  }

  /** An integer, 0 to {@code max}. */
  public long unsigned(long max) throws MalformedCbor {
    int at = position;
    long value = integer();
    if (value < 0 || value > max) {
      throw new MalformedCbor(at, "an integer from 0 to " + max, Long.toString(value));
    }
    return value;
  }

  public Bytes bytes() throws MalformedCbor {
    require(CborType.BYTES);
    int length = stringLength();
    int from = position + head.size();
    byte[] value = new byte[length];
    System.arraycopy(input, from, value, 0, length);
    advance(head.size() + length);
    return Bytes.wrap(value);
  }

  /** A byte string of exactly {@code size} bytes. */
  public Bytes bytes(int size) throws MalformedCbor {
    int at = position;
    Bytes value = bytes();
    if (value.size() != size) {
      throw new MalformedCbor(at, size + " bytes", value.size() + " bytes");
    }
    return value;
  }

  public String text() throws MalformedCbor {
    require(CborType.TEXT);
    int length = stringLength();
    String value;
    try {
      value = Utf8.decode(input, position + head.size(), length);
    } catch (CharacterCodingException e) {
      throw new MalformedCbor(position, "UTF-8", "bytes that are not UTF-8");
    }
    advance(head.size() + length);
    return value;
  }

  /** Enters an array and gives the number of its items. */
  public int array() throws MalformedCbor {
    return open(CborType.ARRAY, false, 1);
  }

  /** Enters an array of exactly {@code items} items. */
  public void array(int items) throws MalformedCbor {
    int at = position;
    int found = array();
    if (found != items) {
      throw new MalformedCbor(at, "an array of " + items, "an array of " + found);
    }
  }

  /** Enters a map and gives the number of its keys. */
  public int map() throws MalformedCbor {
    return open(CborType.MAP, true, 2);
  }

  /** A tag's number; the item it tags is the next. */
  public long tag() throws MalformedCbor {
    require(CborType.TAG);
    long number = head.argument();
    if (number < 0) {
      throw new MalformedCbor(position, "a tag of 63 bits", "a greater one");
    }
    position += head.size();
    if (position == input.length) {
      throw new MalformedCbor(position, "the item that is tagged", "the end");
    }
    return number;
  }

  public boolean bool() throws MalformedCbor {
    require(CborType.BOOLEAN);
    boolean value = head.isTrue();
    advance(1);
    return value;
  }

  public void nil() throws MalformedCbor {
    require(CborType.NULL);
    advance(1);
  }

  /** Requires that the item is complete and nothing follows it. */
  public void end() throws MalformedCbor {
    if (!nesting.isComplete()) {
      throw new MalformedCbor(position, "the end", "an array, map or tag with items left");
    }
    if (position != input.length) {
      String found = input.length - position + " bytes after the item";
      throw new MalformedCbor(position, "the end", found);
    }
  }

  /** Zero-based, of the next item's head. */
  public int offset() {
    return position;
  }

  private CborType next(String expected) throws MalformedCbor {
    if (nesting.isComplete() || position == input.length) {
      throw new MalformedCbor(position, expected, "the end");
    }
    return head.read(position);
  }

  private void require(CborType expected) throws MalformedCbor {
    CborType found = next(expected.toString());
    if (found != expected) {
      throw new MalformedCbor(position, expected.toString(), found.toString());
    }
  }

  private int stringLength() throws MalformedCbor {
    return count(input.length - position - head.size(), "bytes");
  }

  private int open(CborType type, boolean isMap, int itemsEach) throws MalformedCbor {
    require(type);
    if (nesting.isFull()) {
      String expected = "at most " + CborNesting.MAX_DEPTH + " levels";
      throw new MalformedCbor(position, expected, "a deeper one");
    }
    int count = count((input.length - position - head.size()) / itemsEach, "items");
    int start = position;
    position += head.size();
    requireOrder(start, nesting.open(isMap, (long) count * itemsEach, input, position));
    return count;
  }

  private int count(int possible, String unit) throws MalformedCbor {
    long claimed = head.argument();
    if (claimed < 0 || claimed > possible) {
      String found = Long.toUnsignedString(claimed);
      throw new MalformedCbor(position, "at most " + possible + " " + unit, found);
    }
    return (int) claimed;
  }

  private void advance(int size) throws MalformedCbor {
    int start = position;
    position += size;
    requireOrder(start, nesting.complete(input, position));
  }

  private void requireOrder(int at, @Nullable String fault) throws MalformedCbor {
    if (fault != null) {
      throw new MalformedCbor(at, "keys in bytewise order, each once", fault);
    }
  }
}
