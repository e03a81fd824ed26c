package cn.zhixin.document.font;

import java.util.zip.Adler32;

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

  /** The outline in the font's {@link OutlineCode}. */
  final BitBuffer coded;

  /** Glyphs this one is put together from; empty for a simple outline. */
  final int[] components;

  /** Where in the outline each component's 16-bit glyph number stands. */
  final int[] componentOffsets;

  Glyph(byte[] outline, int[] components, int[] componentOffsets, OutlineCode code) {
    this.outline = outline;
    this.components = components;
    this.componentOffsets = componentOffsets;
    this.checksum = TableChecksum.of(outline, 0, outline.length);
    this.adler = adler(outline);
    this.coded = code.encode(outline);
  }

  boolean isComposite() {
    return components.length > 0;
  }

  static int adler(byte[] bytes) {
    Adler32 adler = new Adler32();
    adler.update(bytes);
    return (int) adler.getValue();
  }
}
