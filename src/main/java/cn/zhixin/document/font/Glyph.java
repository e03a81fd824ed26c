package cn.zhixin.document.font;

import java.util.Arrays;
import java.util.zip.Adler32;
import java.util.zip.Deflater;

/**
 * One glyph's outline without its hinting instructions, ready to be placed into a subset.
 *
 * <p>Immutable; the arrays are not written to after construction.
 */
final class Glyph {
  /** As in the {@code glyf} table, padded with zeros to a multiple of four bytes. */
  final byte[] outline;

  /** Sum of the outline's big-endian 32-bit words, the checksum of OpenType tables. */
  final int checksum;

  /** Adler-32 of the outline (RFC 1950). */
  final int adler;

  /** The outline as deflate blocks that refer to nothing before them and end on a byte. */
  final byte[] deflated;

  /** Glyphs this one is put together from; empty for a simple outline. */
  final int[] components;

  /** Where in the outline each component's 16-bit glyph number stands. */
  final int[] componentOffsets;

  Glyph(byte[] outline, int[] components, int[] componentOffsets) {
    this.outline = outline;
    this.components = components;
    this.componentOffsets = componentOffsets;
    this.checksum = TableChecksum.of(outline, 0, outline.length);
    this.adler = adler(outline);
    this.deflated = deflate(outline);
  }

  boolean isComposite() {
    return components.length > 0;
  }

  static int adler(byte[] bytes) {
    Adler32 adler = new Adler32();
    adler.update(bytes);
    return (int) adler.getValue();
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(bytes);
      byte[] out = new byte[bytes.length + 64];
      // A full flush cuts all references to earlier bytes: fragments can be strung together.
      int length = deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH);
      return Arrays.copyOf(out, length);
    } finally {
      deflater.end();
    }
  }
}
