package cn.zhixin.verification.front;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.answers.TimedJson;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A ready-made answer compressed once (RFC 1952), its times in stored blocks (RFC 1951 §3.2.4) so
 * that they can be filled in; only the check sum is made for each answer.
 *
 * <p>While it is compressed, bytes that no JSON contains stand in the times' places: nothing that
 * follows can refer back to them.
 */
final class GzipBody {
  private static final int TIME_LENGTH = 24;
  private static final byte NEVER_IN_UTF_8 = (byte) 0xff;
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 2, (byte) 0xff};
  private static final int TRAILER = 8;

  /** Header, blocks, and the place of the trailer. */
  private final Bytes template;

  private final int[] places;
  private final List<Bytes> parts;
  private final int plainLength;

  private GzipBody(Bytes template, int[] places, List<Bytes> parts, int plainLength) {
    this.template = template;
    this.places = places;
    this.parts = parts;
    this.plainLength = plainLength;
  }

  static GzipBody of(TimedJson json) {
    List<Bytes> parts = json.parts();
    int[] places = new int[parts.size() - 1];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HEADER);
    byte[] stand = new byte[TIME_LENGTH];
    Arrays.fill(stand, NEVER_IN_UTF_8);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      for (int i = 0; i < parts.size(); i++) {
        deflater.setLevel(Deflater.BEST_COMPRESSION);
        flush(deflater, parts.get(i).unsafeArray(), out);
        if (i < places.length) {
          deflater.setLevel(Deflater.NO_COMPRESSION);
          places[i] = flush(deflater, stand, out);
        }
      }
      deflater.finish();
      drain(deflater, Deflater.NO_FLUSH, out);
    } finally {
      deflater.end();
    }
    out.writeBytes(new byte[TRAILER]);
    return new GzipBody(Bytes.wrap(out.toByteArray()), places, parts, json.length());
  }

  /** Where the bytes that stand for a time are in what was written, if they are. */
  private static int flush(Deflater deflater, byte[] bytes, ByteArrayOutputStream out) {
    // a new level takes effect with the call that follows, which must not find input yet
    drain(deflater, Deflater.SYNC_FLUSH, out);
    deflater.setInput(bytes);
    drain(deflater, Deflater.SYNC_FLUSH, out);
    byte[] written = out.toByteArray();
    int at = written.length;
    int run = 0;
    while (at > 0 && run < TIME_LENGTH) {
      at--;
      run = written[at] == NEVER_IN_UTF_8 ? run + 1 : 0;
    }
    return at;
  }

  private static void drain(Deflater deflater, int mode, ByteArrayOutputStream out) {
    byte[] buffer = new byte[4_096];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, mode);
      out.write(buffer, 0, count);
    } while (count == buffer.length);
  }

  int length() {
    return template.size();
  }

  /** Returns where it ends in {@code target}. */
  int write(byte[] target, int start, byte[] time) {
    byte[] source = template.unsafeArray();
    System.arraycopy(source, 0, target, start, source.length);
    for (int place : places) {
      System.arraycopy(time, 0, target, start + place, TIME_LENGTH);
    }
    CRC32 sum = new CRC32();
    for (int i = 0; i < parts.size(); i++) {
      sum.update(parts.get(i).unsafeArray());
      if (i < places.length) {
        sum.update(time, 0, TIME_LENGTH);
      }
    }
    int end = start + source.length;
    littleEndian(target, end - TRAILER, (int) sum.getValue());
    littleEndian(target, end - TRAILER / 2, plainLength);
    return end;
  }

  private static void littleEndian(byte[] target, int at, int value) {
    for (int i = 0; i < Integer.BYTES; i++) {
      target[at + i] = (byte) (value >>> (Byte.SIZE * i));
    }
  }
}
