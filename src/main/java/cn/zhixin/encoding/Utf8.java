package cn.zhixin.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 (RFC 3629) that loses nothing: what cannot be encoded or decoded is refused. */
final class Utf8 {
  private Utf8() {}

  /**
   * The number of bytes that {@link #write} needs.
   *
   * @throws IllegalArgumentException if a surrogate stands without its partner
   */
  static int size(CharSequence text) {
    int size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        size += 2;
        if (Character.isSurrogate(c)) {
          requirePair(text, i++);
        }
      } else if (c >= 0x80) {
        size++;
      }
    }
    return size;
  }

  static void write(CharSequence text, byte[] into, int at) {
    int out = at;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        into[out++] = (byte) c;
      } else if (c < 0x800) {
        into[out++] = (byte) (0xC0 | c >> 6);
        into[out++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)) {
        int point = Character.toCodePoint(c, text.charAt(++i));
        into[out++] = (byte) (0xF0 | point >> 18);
        into[out++] = (byte) (0x80 | point >> 12 & 0x3F);
        into[out++] = (byte) (0x80 | point >> 6 & 0x3F);
        into[out++] = (byte) (0x80 | point & 0x3F);
      } else {
        into[out++] = (byte) (0xE0 | c >> 12);
        into[out++] = (byte) (0x80 | c >> 6 & 0x3F);
        into[out++] = (byte) (0x80 | c & 0x3F);
      }
    }
  }

  static String decode(byte[] encoding, int from, int length) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(encoding, from, length))
        .toString();
  }

  private static void requirePair(CharSequence text, int at) {
    boolean paired =
        Character.isHighSurrogate(text.charAt(at))
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (!paired) {
      throw new IllegalArgumentException("a lone surrogate at " + at);
    }
  }
}
