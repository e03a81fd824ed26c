package cn.zhixin.document.font;

import java.util.Arrays;

/**
 * One Huffman code for all outlines of a font: each outline is coded once, and a subset is one
 * deflate block of such pieces (RFC 1951 §3.2.7). They refer to nothing before them, which would
 * not be the same in another subset.
 *
 * <p>Immutable.
 */
final class OutlineCode {
  private static final int END_OF_BLOCK = 256;
  private static final int DYNAMIC_AND_LAST = 0b101;

  /** Never used. A complete code, because some inflaters want one; zlib does the same. */
  private static final int DISTANCES = 2;

  /** The order in which a block's header gives the lengths of the code of its lengths. */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final HuffmanCode code;
  private final BitBuffer header;

  /**
   * @param counts how often each of the 256 bytes is in outlines of the font
   */
  OutlineCode(int[] counts) {
    int[] all = Arrays.copyOf(counts, END_OF_BLOCK + 1);
    for (int i = 0; i < all.length; i++) {
      // every byte has a code, also one that was not counted
      all[i]++;
    }
    code = new HuffmanCode(all, 15);
    header = header();
  }

  private BitBuffer header() {
    int[] counts = new int[ORDER.length];
    for (int symbol = 0; symbol <= END_OF_BLOCK; symbol++) {
      counts[code.length(symbol)]++;
    }
    counts[1] += DISTANCES;
    HuffmanCode lengths = new HuffmanCode(counts, 7);
    BitBuffer out = new BitBuffer(1 << 11);
    out.append(DYNAMIC_AND_LAST, 3);
    out.append(0, 5);
    out.append(DISTANCES - 1, 5);
    out.append(ORDER.length - 4, 4);
    for (int symbol : ORDER) {
      out.append(lengths.length(symbol), 3);
    }
    for (int symbol = 0; symbol <= END_OF_BLOCK; symbol++) {
      lengths.write(code.length(symbol), out);
    }
    for (int i = 0; i < DISTANCES; i++) {
      lengths.write(1, out);
    }
    return out;
  }

  /** Opens the only block with outlines, the last of its stream. */
  void begin(BitBuffer out) {
    out.append(header);
  }

  BitBuffer encode(byte[] outline) {
    BitBuffer bits = new BitBuffer(8 * outline.length);
    for (byte each : outline) {
      code.write(each & 0xff, bits);
    }
    return bits;
  }

  void end(BitBuffer out) {
    code.write(END_OF_BLOCK, out);
  }
}
