package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;
import cn.zhixin.encoding.Bytes;

/**
 * A photo that PDF can show as it is: JPEG, 8 bits, grey or colour, baseline or progressive (ITU-T
 * T.81 annex B).
 *
 * @param width in pixels, as the height
 * @param components 1 for grey, 3 for colour
 */
record Jpeg(Bytes file, int width, int height, int components) {
  private static final int SMALLEST_SIDE = 16;
  private static final int LARGEST_SIDE = 8192;
  private static final int LARGEST_FILE = 2 << 20;

  static Jpeg read(Bytes file) throws ContentRefused {
    byte[] b = file.unsafeArray();
    if (b.length < 4 || b.length > LARGEST_FILE) {
      throw refused(b.length + " bytes; expected a JPEG of at most " + LARGEST_FILE);
    }
    if (u16(b, 0) != 0xFFD8) {
      throw refused("not a JPEG file");
    }
    if (u16(b, b.length - 2) != 0xFFD9) {
      throw refused("the JPEG is cut off or has something after its end");
    }
    int at = 2;
    while (at + 4 <= b.length) {
      int marker = u16(b, at);
      if (marker == 0xFFFF) {
        at++;
        continue;
      }
      int length = u16(b, at + 2);
      if (marker >> 8 != 0xFF || length < 2 || at + 2 + length > b.length) {
        throw refused("damaged near byte " + at);
      }
      if (isFrame(marker & 0xff)) {
        return frame(file, marker & 0xff, at + 4, length - 2);
      }
      at += 2 + length;
    }
    throw refused("the JPEG has no picture in it");
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static Jpeg frame(Bytes file, int marker, int at, int length) throws ContentRefused {
    byte[] b = file.unsafeArray();
    if (marker > 0xC2 || length < 6) {
      throw refused("a kind of JPEG that PDF does not show (SOF" + (marker - 0xC0) + ")");
    }
    int height = u16(b, at + 1);
    int width = u16(b, at + 3);
    int components = b[at + 5] & 0xff;
    if (b[at] != 8 || components != 1 && components != 3) {
      throw refused(components + " components of " + b[at] + " bits; expected grey or RGB of 8");
    }
    boolean fits =
        Math.min(width, height) >= SMALLEST_SIDE && Math.max(width, height) <= LARGEST_SIDE;
    if (!fits) {
      throw refused(width + " × " + height + " pixels");
    }
    return new Jpeg(file, width, height, components);
  }

  private static int u16(byte[] b, int at) {
    return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
  }

  private static ContentRefused refused(String reason) {
    return new ContentRefused(new Refusal.UnusablePhoto(reason));
  }
}
