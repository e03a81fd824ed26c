package cn.zhixin.document.pdf;

import cn.zhixin.encoding.Bytes;
import java.util.Arrays;

/**
 * The end of a certificate's file as {@link FileEnd} writes it: the signature dictionary and the
 * cross-reference stream.
 *
 * @param gapStart index of the angle bracket that opens the signature
 * @param gapEnd index behind the angle bracket that closes it
 * @param cms the signature and the zeros that fill its place
 */
record WrittenEnd(int gapStart, int gapEnd, Bytes cms) {
  private static final byte[] SIGNING_TIME = WrittenCertificate.ascii("/M(");
  private static final byte[] BETWEEN_IDS = WrittenCertificate.ascii("><");
  private static final int LONGEST_HEAD = 4_000;
  private static final int ROW = 6;
  private static final int MOST_ROWS = 5_000;

  /** DER of a SEQUENCE whose length takes two bytes, as every CMS with a certificate has it. */
  private static final int SEQUENCE = 0x3082;

  private static final int SEQUENCE_HEAD = 4;

  /**
   * Takes what stands behind the attachments, to the file's last byte.
   *
   * @param objects those that were met before
   * @param own how many of them are this certificate's own
   */
  static WrittenEnd read(
      WrittenBytes in, byte[] file, WrittenObjects objects, WrittenTime time, int own)
      throws NotAsWritten {
    WrittenEnd end = signature(in, file, objects, time);
    in.expect(FileEnd.END_DICTIONARY);
    crossReferences(in, file, objects, own);
    return end;
  }

  private static WrittenEnd signature(
      WrittenBytes in, byte[] file, WrittenObjects objects, WrittenTime time) throws NotAsWritten {
    objects.common(in);
    in.frameThrough(SIGNING_TIME, LONGEST_HEAD);
    in.expect(time.pdf());
    in.expect(FileEnd.BYTE_RANGE);
    int before = in.digits(FileEnd.OFFSET_DIGITS);
    in.expect(' ');
    int after = in.digits(FileEnd.OFFSET_DIGITS);
    in.expect(' ');
    int rest = in.digits(FileEnd.OFFSET_DIGITS);
    in.expect(FileEnd.CONTENTS);
    int start = in.at();
    in.require(before == start && rest == file.length - after);
    in.expect('<');
    int digits = after - 1 - in.at();
    in.require(digits > 0 && digits % 2 == 0 && digits <= file.length);
    Bytes cms = cms(in, digits / 2);
    in.zeros(after - 1 - in.at());
    in.expect('>');
    return new WrittenEnd(start, in.at(), cms);
  }

  private static Bytes cms(WrittenBytes in, int room) throws NotAsWritten {
    in.require(in.hex16() == SEQUENCE);
    int length = in.hex16();
    in.require(SEQUENCE_HEAD + length <= room);
    byte[] der = new byte[room];
    der[0] = (byte) (SEQUENCE >> 8);
    der[1] = (byte) SEQUENCE;
    der[2] = (byte) (length >> 8);
    der[3] = (byte) length;
    for (int i = SEQUENCE_HEAD; i < SEQUENCE_HEAD + length; i++) {
      der[i] = (byte) in.hex8();
    }
    return Bytes.wrap(der);
  }

  private static void crossReferences(WrittenBytes in, byte[] file, WrittenObjects objects, int own)
      throws NotAsWritten {
    int at = in.at();
    objects.common(in);
    in.expect(FileEnd.XREF);
    int rows = in.decimal();
    in.require(rows <= MOST_ROWS && rows >= own);
    in.expect(FileEnd.ROOT);
    int root = in.at();
    in.decimal();
    in.frameFrom(root);
    in.expect(FileEnd.LENGTH);
    in.expectDecimal(rows * ROW);
    in.expect(FileEnd.ID);
    int id = in.at();
    for (int i = 0; i < FileEnd.ID_SIZE; i++) {
      in.hex8();
    }
    byte[] identifier = Arrays.copyOfRange(file, id, in.at());
    in.expect(BETWEEN_IDS);
    in.expect(identifier);
    in.expect(FileEnd.BEGIN_STREAM);
    int start = in.skip(rows * ROW);
    in.expect(FileEnd.START_XREF);
    in.expectDecimal(at);
    in.expect(FileEnd.END_OF_FILE);
    in.expectEnd();
    byte[] others = objects.others(file, start, rows, own);
    in.frame(others, 0, others.length);
  }
}
