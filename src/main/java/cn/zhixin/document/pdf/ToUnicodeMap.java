package cn.zhixin.document.pdf;

import java.util.Arrays;

/** Which characters the numbers of a font subset stand for, as {@link SubsetFont} writes it. */
public final class ToUnicodeMap {
  private int[] characters = new int[64];
  private int next = 1;

  private ToUnicodeMap() {}

  /**
   * Of a font's stream, decoded.
   *
   * @throws NotAsWritten if the writer writes no such map
   */
  public static ToUnicodeMap of(byte[] stream) throws NotAsWritten {
    WrittenBytes in = new WrittenBytes(stream, 0);
    ToUnicodeMap map = read(in);
    in.expectEnd();
    return map;
  }

  static ToUnicodeMap read(WrittenBytes in) throws NotAsWritten {
    ToUnicodeMap map = new ToUnicodeMap();
    in.expect(SubsetFont.CMAP_BEGIN);
    while (in.take(SubsetFont.RANGE_BEGIN)) {
      map.range(in);
    }
    in.expect(SubsetFont.CMAP_END);
    return map;
  }

  /** The character of a CID, or 0 if it has none. */
  int character(int cid) {
    return cid < characters.length ? characters[cid] : 0;
  }

  private void range(WrittenBytes in) throws NotAsWritten {
    int first = in.hex16();
    in.expect('>');
    in.expect('<');
    int last = in.hex16();
    in.expect('>');
    in.expect('[');
    // rising; of one high byte, since a range counts in the low one only (ISO 32000-1 §9.10.3)
    in.require(first >= next && last >= first && first >> 8 == last >> 8);
    next = last + 1;
    if (last >= characters.length) {
      characters = Arrays.copyOf(characters, 2 * last);
    }
    for (int cid = first; cid <= last; cid++) {
      characters[cid] = target(in);
    }
    in.expect(SubsetFont.RANGE_END);
  }

  private static int target(WrittenBytes in) throws NotAsWritten {
    in.expect('<');
    char unit = (char) in.hex16();
    in.require(!Character.isLowSurrogate(unit));
    int codePoint = unit;
    if (Character.isHighSurrogate(unit)) {
      char low = (char) in.hex16();
      in.require(Character.isLowSurrogate(low));
      codePoint = Character.toCodePoint(unit, low);
    }
    in.expect('>');
    return codePoint;
  }
}
