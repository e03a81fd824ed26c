package cn.zhixin.document.font;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The sum of a table's big-endian 32-bit words (OpenType 1.9 "Calculating checksums"). */
final class TableChecksum {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private TableChecksum() {}

  /**
   * Sums a range.
   *
   * @param length a multiple of four
   */
  static int of(byte[] bytes, int from, int length) {
    int sum = 0;
    for (int i = from; i < from + length; i += 4) {
      sum += (int) INT.get(bytes, i);
    }
    return sum;
  }
}
