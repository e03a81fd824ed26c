package cn.zhixin.verification.answers;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A ready-made JSON document in which only the time of the answer is still to be filled in.
 *
 * <p>{@link #MARK} stands wherever the time goes: the escape of U+0000, which no text of a
 * certificate contains.
 */
final class TimedJson {
  /** Written as a JSON string's content, it becomes {@link #MARK}. */
  static final String PLACE = "\0";

  private static final byte[] MARK = "\\u0000".getBytes(StandardCharsets.US_ASCII);

  /** RFC 3339 in UTC with milliseconds, always 24 characters. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final int TIME_LENGTH = 24;
  private static final int ETAG_HEX = 16;

  private final Bytes template;
  private final int[] marks;
  private final String contentHash;

  TimedJson(Bytes template) {
    this.template = template;
    this.marks = find(template.unsafeArray());
    this.contentHash = Digest.of(template).toHex().substring(0, ETAG_HEX);
  }

  /** With the marks in it. */
  Bytes template() {
    return template;
  }

  /** The same for the same content, whatever the time. */
  String contentHash() {
    return contentHash;
  }

  /** UTF-8. */
  byte[] at(Instant asOf) {
    byte[] time = TIME.format(asOf).getBytes(StandardCharsets.US_ASCII);
    byte[] source = template.unsafeArray();
    byte[] filled = new byte[source.length + marks.length * (TIME_LENGTH - MARK.length)];
    int read = 0;
    int written = 0;
    for (int mark : marks) {
      System.arraycopy(source, read, filled, written, mark - read);
      written += mark - read;
      System.arraycopy(time, 0, filled, written, TIME_LENGTH);
      written += TIME_LENGTH;
      read = mark + MARK.length;
    }
    System.arraycopy(source, read, filled, written, source.length - read);
    return filled;
  }

  private static int[] find(byte[] text) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i + MARK.length <= text.length; i++) {
      if (text[i] == '\\' && Arrays.equals(text, i, i + MARK.length, MARK, 0, MARK.length)) {
        found.add(i);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
