package cn.zhixin.verification.front;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.TimedJson;
import cn.zhixin.verification.web.EntityTags;
import cn.zhixin.verification.web.SecurityHeaders;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts whole responses together out of bytes that are ready: the head's constant part, the entry's
 * tag and length, the times, the entry's JSON. Confined to one event loop, whose workspace it is.
 */
final class AnswerBytes {
  private static final int MOST_OF_A_HEAD = 4_096;

  private final byte[][] heads = new byte[2 * Language.values().length][];
  private final byte[] unchangedHead;
  private byte[] work = new byte[2 * MOST_OF_A_HEAD];

  private @Nullable Instant lastAsOf;
  private byte[] lastTime = new byte[0];

  /**
   * @param policy content security policy
   * @param secure whether the client asked over TLS
   */
  AnswerBytes(String policy, boolean secure) {
    StringBuilder common = new StringBuilder();
    SecurityHeaders.each(
        policy,
        secure,
        (name, value) ->
            common
                .append(name)
                .append(": ")
                .append(name.equals("Cache-Control") ? "no-cache" : value)
                .append("\r\n"));
    common.append("Vary: Accept\r\nVary: Accept-Language\r\nVary: Accept-Encoding\r\n");
    for (Language language : Language.values()) {
      String head =
          "HTTP/1.1 200 OK\r\n"
              + common
              + "Content-Type: application/json\r\nContent-Language: "
              + language.tag()
              + "\r\n";
      heads[2 * language.ordinal()] = ascii(head + "Date: ");
      heads[2 * language.ordinal() + 1] = ascii(head + "Content-Encoding: gzip\r\nDate: ");
    }
    unchangedHead = ascii("HTTP/1.1 304 Not Modified\r\n" + common + "Date: ");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static final byte[] AS_OF = ascii("\r\nZhixin-As-Of: ");
  private static final byte[] TAG = ascii("\r\nETag: ");
  private static final byte[] LENGTH = ascii("\r\nContent-Length: ");
  private static final byte[] POLICY = ascii("\r\nRateLimit-Policy: ");
  private static final byte[] QUOTA = ascii("\r\nRateLimit: ");
  private static final byte[] CLOSE = ascii("\r\nConnection: close");
  private static final byte[] END = ascii("\r\n\r\n");

  /**
   * The whole response; that nothing changed is one like any other.
   *
   * @param goesOn whether the connection stays
   * @param now of {@link System#nanoTime}, read not long ago
   */
  Response of(
      Answer.Found found,
      Asked asked,
      Gate.@Nullable Quota quota,
      boolean goesOn,
      long now,
      ByteBufAllocator allocator) {
    TimedJson json = found.entry().timed(asked.language());
    String tag = found.entry().entityTag(asked.language());
    String known = asked.known();
    boolean unchanged = known != null && (known.equals(tag) || EntityTags.matches(known, tag));
    byte[] time = time(found.asOf());
    GzipBody gzip = asked.gzip() && !unchanged ? json.attached(GzipBody.class, GzipBody::of) : null;
    int length = gzip == null ? json.length() : gzip.length();
    byte[] target = workspace(MOST_OF_A_HEAD + length);
    int at =
        put(
            target,
            0,
            unchanged
                ? unchangedHead
                : heads[2 * asked.language().ordinal() + (gzip == null ? 0 : 1)]);
    at = put(target, at, HttpDate.bytesAt(now));
    at = put(target, put(target, at, AS_OF), time);
    at = text(target, put(target, at, TAG), tag);
    if (quota != null) {
      at = text(target, put(target, at, POLICY), quota.policy());
      at = text(target, put(target, at, QUOTA), quota.state());
    }
    if (!goesOn) {
      at = put(target, at, CLOSE);
    }
    if (!unchanged) {
      at = number(target, put(target, at, LENGTH), length);
    }
    at = put(target, at, END);
    int head = at;
    if (!unchanged && !asked.head()) {
      at = gzip == null ? json.write(target, at, time) : gzip.write(target, at, time);
    }
    ByteBuf bytes = allocator.ioBuffer(at);
    bytes.writeBytes(target, 0, at);
    return new Response(unchanged ? 304 : 200, bytes, at - head);
  }

  /** Status and bytes of a response, and how many of them are its content. */
  record Response(int status, ByteBuf bytes, int content) {}

  private byte[] workspace(int size) {
    if (work.length < size) {
      work = new byte[size];
    }
    return work;
  }

  /** A lease gives the same instant to many answers. */
  private byte[] time(Instant asOf) {
    if (!asOf.equals(lastAsOf)) {
      lastTime = TimedJson.time(asOf);
      lastAsOf = asOf;
    }
    return lastTime;
  }

  private static int put(byte[] target, int at, byte[] bytes) {
    System.arraycopy(bytes, 0, target, at, bytes.length);
    return at + bytes.length;
  }

  /** ASCII. */
  @SuppressWarnings("deprecation") // the one copy of a string's low bytes that makes no array
  private static int text(byte[] target, int at, String text) {
    text.getBytes(0, text.length(), target, at);
    return at + text.length();
  }

  /** In decimal digits; not negative. */
  private static int number(byte[] target, int at, int number) {
    int digits = 1;
    for (long next = 10; next <= number; next *= 10) {
      digits++;
    }
    int rest = number;
    for (int place = at + digits - 1; place >= at; place--) {
      target[place] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return at + digits;
  }
}
