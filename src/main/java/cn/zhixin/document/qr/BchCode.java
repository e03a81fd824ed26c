package cn.zhixin.document.qr;

/** The BCH codes of format and version information (ISO/IEC 18004:2015 Annexes C and D). */
final class BchCode {
  private static final int FORMAT_GENERATOR = 0b101_0011_0111;
  private static final int FORMAT_MASK = 0b101_0100_0001_0010;
  private static final int VERSION_GENERATOR = 0b1_1111_0010_0101;

  private BchCode() {}

  /** 15 bits: level, mask and 10 check bits, masked (Annex C). */
  static int format(ErrorCorrection level, int mask) {
    return append(level.indicator() << 3 | mask, 10, FORMAT_GENERATOR) ^ FORMAT_MASK;
  }

  /** 18 bits: version and 12 check bits (Annex D). */
  static int version(int version) {
    return append(version, 12, VERSION_GENERATOR);
  }

  private static int append(int data, int checkBits, int generator) {
    int rest = data << checkBits;
    for (int bit = 31; bit >= checkBits; bit--) {
      if ((rest >>> bit & 1) != 0) {
        rest ^= generator << (bit - checkBits);
      }
    }
    return data << checkBits | rest;
  }
}
