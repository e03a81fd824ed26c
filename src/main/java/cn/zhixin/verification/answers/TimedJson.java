package cn.zhixin.verification.answers;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made JSON document in which only the time of the answer is still to be filled in.
 *
 * <p>{@link #MARK} stands wherever the time goes: the escape of U+0000, which no text of a
 * certificate contains.
 */
public final class TimedJson {
  /** Written as a JSON string's content, it becomes {@link #MARK}. */
  static final String PLACE = "\0";

  private static final byte[] MARK = "\\u0000".getBytes(StandardCharsets.US_ASCII);

  /** RFC 3339 in UTC with milliseconds, always 24 characters. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private static final int TIME_LENGTH = 24;
  private static final int ETAG_HEX = 16;

  private final Bytes template;

  /** Found when first needed, perhaps by two threads at once. */
  private int @Nullable [] marks;

  private @Nullable String contentHash;
  private volatile @Nullable Object attached;

  TimedJson(Bytes template) {
    this.template = template;
  }

  private TimedJson(Bytes template, int[] marks, String contentHash) {
    this.template = template;
    this.marks = marks;
    this.contentHash = contentHash;
  }

  /** What {@link #store} wrote; callers have checked that it is ours. */
  static TimedJson stored(ByteBuffer from) {
    byte[] hash = new byte[ETAG_HEX];
    from.get(hash);
    int[] marks = new int[from.getInt()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = from.getInt();
    }
    byte[] template = new byte[from.getInt()];
    from.get(template);
    return new TimedJson(Bytes.wrap(template), marks, new String(hash, StandardCharsets.US_ASCII));
  }

  /** With all that is known of it. */
  void store(ByteBuffer into) {
    into.put(contentHash().getBytes(StandardCharsets.US_ASCII)).putInt(marks().length);
    for (int mark : marks()) {
      into.putInt(mark);
    }
    into.putInt(template.size()).put(template.unsafeArray());
  }

  /** Bytes that {@link #store} writes. */
  int storedSize() {
    return ETAG_HEX + Integer.BYTES * (2 + marks().length) + template.size();
  }

  /** As problems tell it. */
  public static String iso(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
  }

  /** As it stands in every answer: RFC 3339 in UTC with milliseconds, 24 bytes of ASCII. */
  public static byte[] time(Instant instant) {
    return TIME.format(instant).getBytes(StandardCharsets.US_ASCII);
  }

  /** With the marks in it. */
  Bytes template() {
    return template;
  }

  /** The same for the same content, whatever the time. */
  String contentHash() {
    String hash = contentHash;
    if (hash == null) {
      hash = Digest.of(template).toHex().substring(0, ETAG_HEX);
      contentHash = hash;
    }
    return hash;
  }

  /** Of the document, in bytes. */
  public int length() {
    return template.size() + marks().length * (TIME_LENGTH - MARK.length);
  }

  /** UTF-8. */
  byte[] at(Instant asOf) {
    byte[] filled = new byte[length()];
    write(filled, 0, time(asOf));
    return filled;
  }

  /**
   * Writes the document, UTF-8.
   *
   * @param time as {@link #time} gives it
   * @return where it ends in {@code target}: {@link #length} bytes further on
   */
  public int write(byte[] target, int start, byte[] time) {
    byte[] source = template.unsafeArray();
    int read = 0;
    int written = start;
    for (int mark : marks()) {
      System.arraycopy(source, read, target, written, mark - read);
      written += mark - read;
      System.arraycopy(time, 0, target, written, TIME_LENGTH);
      written += TIME_LENGTH;
      read = mark + MARK.length;
    }
    System.arraycopy(source, read, target, written, source.length - read);
    return written + source.length - read;
  }

  /** The constant parts, in order: between each two stands the time. */
  public List<Bytes> parts() {
    byte[] source = template.unsafeArray();
    List<Bytes> parts = new ArrayList<>();
    int read = 0;
    for (int mark : marks()) {
      parts.add(Bytes.wrap(Arrays.copyOfRange(source, read, mark)));
      read = mark + MARK.length;
    }
    parts.add(Bytes.wrap(Arrays.copyOfRange(source, read, source.length)));
    return List.copyOf(parts);
  }

  /** What somebody makes of the document once, in a form of his own; kept for as long as it is. */
  public <T> T attached(Class<T> form, Function<TimedJson, T> make) {
    Object kept = attached;
    if (!form.isInstance(kept)) {
      kept = make.apply(this);
      attached = kept;
    }
    return form.cast(kept);
  }

  private int[] marks() {
    int[] found = marks;
    if (found == null) {
      found = find(template.unsafeArray());
      marks = found;
    }
    return found;
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
