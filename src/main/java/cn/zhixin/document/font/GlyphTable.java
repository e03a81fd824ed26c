package cn.zhixin.document.font;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** A font's {@code glyf} and {@code loca} tables (OpenType 1.9); glyphs are prepared when used. */
final class GlyphTable {
  private static final int[] NONE = {};
  private static final int SAMPLES = 512;
  private static final int ARGUMENTS_ARE_WORDS = 0x0001;
  private static final int HAS_SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int HAS_X_AND_Y_SCALE = 0x0040;
  private static final int HAS_TWO_BY_TWO = 0x0080;
  private static final int HAS_INSTRUCTIONS = 0x0100;

  private final ByteBuffer glyf;
  private final int[] offsets;
  private final AtomicReferenceArray<Glyph> prepared;
  private final OutlineCode code;

  private GlyphTable(byte[] glyf, int[] offsets) {
    this.glyf = ByteBuffer.wrap(glyf);
    this.offsets = offsets;
    this.prepared = new AtomicReferenceArray<>(offsets.length - 1);
    this.code = new OutlineCode(bytesOfSomeGlyphs());
  }

  static GlyphTable read(byte[] glyf, byte[] loca, int glyphCount, boolean longOffsets)
      throws MalformedFont {
    ByteBuffer in = ByteBuffer.wrap(loca);
    int[] offsets = new int[glyphCount + 1];
    for (int i = 0; i <= glyphCount; i++) {
      offsets[i] = longOffsets ? in.getInt(4 * i) : 2 * (in.getShort(2 * i) & 0xffff);
      if (offsets[i] < 0 || offsets[i] > glyf.length || i > 0 && offsets[i] < offsets[i - 1]) {
        throw new MalformedFont("loca entry " + i + " points to " + offsets[i]);
      }
    }
    return new GlyphTable(glyf, offsets);
  }

  Glyph glyph(int id) {
    Glyph glyph = prepared.get(id);
    if (glyph == null) {
      glyph = prepare(id);
      prepared.set(id, glyph);
    }
    return glyph;
  }

  /** Of a few hundred glyphs, spread over the font: more would not change the code. */
  private int[] bytesOfSomeGlyphs() {
    int[] counts = new int[256];
    int step = Math.max(1, prepared.length() / SAMPLES);
    for (int id = 0; id < prepared.length(); id += step) {
      for (int at = offsets[id]; at < offsets[id + 1]; at++) {
        counts[glyf.get(at) & 0xff]++;
      }
    }
    return counts;
  }

  /** What the font's outlines are coded with. */
  OutlineCode code() {
    return code;
  }

  private Glyph prepare(int id) {
    byte[] bytes = new byte[offsets[id + 1] - offsets[id]];
    glyf.get(offsets[id], bytes);
    if (bytes.length == 0) {
      return new Glyph(bytes, NONE, NONE, code);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int contours = in.getShort(0);
    return contours >= 0
        ? new Glyph(padded(withoutInstructions(bytes, in, contours)), NONE, NONE, code)
        : composite(bytes, in);
  }

  private static byte[] withoutInstructions(byte[] bytes, ByteBuffer in, int contours) {
    int at = 10 + 2 * contours;
    if (contours == 0 || at + 2 > bytes.length) {
      return bytes;
    }
    int length = in.getShort(at) & 0xffff;
    byte[] out = new byte[bytes.length - length];
    System.arraycopy(bytes, 0, out, 0, at);
    System.arraycopy(bytes, at + 2 + length, out, at + 2, bytes.length - at - 2 - length);
    return out;
  }

  private Glyph composite(byte[] bytes, ByteBuffer in) {
    List<Integer> components = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    int at = 10;
    int flags;
    do {
      flags = in.getShort(at);
      in.putShort(at, (short) (flags & ~HAS_INSTRUCTIONS));
      components.add(in.getShort(at + 2) & 0xffff);
      places.add(at + 2);
      at += 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2) + scaleSize(flags);
    } while ((flags & MORE_COMPONENTS) != 0);
    return new Glyph(
        padded(Arrays.copyOf(bytes, at)),
        components.stream().mapToInt(Integer::intValue).toArray(),
        places.stream().mapToInt(Integer::intValue).toArray(),
        code);
  }

  private static int scaleSize(int flags) {
    if ((flags & HAS_SCALE) != 0) {
      return 2;
    }
    if ((flags & HAS_X_AND_Y_SCALE) != 0) {
      return 4;
    }
    return (flags & HAS_TWO_BY_TWO) != 0 ? 8 : 0;
  }

  private static byte[] padded(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + 3 & ~3);
  }
}
