package cn.zhixin.catalogue;

/** Chinese characters, those too that the running Java version does not know yet. */
final class Ideographs {
  private Ideographs() {}

  /**
   * Whether it is a unified or compatibility ideograph (Unicode 15.1, CJK Extensions A to I), or 〇.
   */
  static boolean contains(int codePoint) {
    return codePoint == 0x3007
        || codePoint >= 0x3400
            && Character.isIdeographic(codePoint)
            && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN
        || isRecent(codePoint);
  }

  /** Radicals: they look like a character (⾼ for 高) and are none; copying from a PDF makes them. */
  static boolean isRadical(int c) {
    return c >= 0x2E80 && c <= 0x2FDF || c >= 0x31C0 && c <= 0x31EF;
  }

  /** Whether a later Unicode version than the running Java's may have an ideograph there. */
  static boolean isReserved(int c) {
    int plane = c >>> 16;
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE;
    return (plane == 2 || plane == 3)
        && !noncharacter
        && Character.getType(c) == Character.UNASSIGNED;
  }

  /** Assigned after the Unicode version of Java 17 (13.0). */
  static boolean isRecent(int c) {
    return c >= 0x9FFD && c <= 0x9FFF
        || c >= 0x2A6DE && c <= 0x2A6DF
        || c >= 0x2B735 && c <= 0x2B739
        || c >= 0x2EBF0 && c <= 0x2EE5D
        || c >= 0x31350 && c <= 0x323AF;
  }
}
