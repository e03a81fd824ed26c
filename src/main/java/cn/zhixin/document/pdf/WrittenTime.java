package cn.zhixin.document.pdf;

import java.util.Arrays;

/**
 * A certificate's time in both of its forms, as {@link DocumentTime} writes them.
 *
 * @param iso as the metadata have it
 * @param pdf the same time as every other place has it
 */
record WrittenTime(byte[] iso, byte[] pdf) {
  private static final int[] WIDTHS = {4, 2, 2, 2, 2, 2};
  private static final String MARKS = "--T::";
  private static final byte[] ZONE = WrittenCertificate.ascii("+08:00");

  static WrittenTime read(WrittenBytes in, byte[] file) throws NotAsWritten {
    byte[] pdf = WrittenCertificate.ascii("D:00000000000000+08'00'");
    int start = in.at();
    int to = 2;
    for (int i = 0; i < WIDTHS.length; i++) {
      int from = in.at();
      in.digits(WIDTHS[i]);
      System.arraycopy(file, from, pdf, to, WIDTHS[i]);
      to += WIDTHS[i];
      if (i < MARKS.length()) {
        in.expect(MARKS.charAt(i));
      }
    }
    in.expect(ZONE);
    return new WrittenTime(Arrays.copyOfRange(file, start, in.at()), pdf);
  }
}
