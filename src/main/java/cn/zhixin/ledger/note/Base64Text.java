package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.Base64;

/** Standard Base 64 (RFC 4648 §4) as notes use it: padded, and in the one canonical form. */
public final class Base64Text {
  private Base64Text() {}

  public static String encode(Bytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.unsafeArray());
  }

  /**
   * @param what names it in the message
   */
  public static Bytes decode(String text, String what) throws MalformedNote {
    try {
      Bytes bytes = Bytes.wrap(Base64.getDecoder().decode(text));
      if (encode(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // said below, like any other text that is not Base 64
    }
    throw new MalformedNote(what + " in Base 64", "another text");
  }

  public static Digest digest(String text, String what) throws MalformedNote {
    Bytes bytes = decode(text, what);
    if (bytes.size() != Digest.SIZE) {
      throw new MalformedNote(what + " of 32 bytes", Integer.toString(bytes.size()));
    }
    return new Digest(bytes);
  }

  /** A decimal number without leading zeros, 0 to 2⁶³−1. */
  public static long number(String text, String what) throws MalformedNote {
    if (!text.matches("0|[1-9][0-9]{0,18}")) {
      throw new MalformedNote(what + " in decimal", "another text");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedNote(what + " below 2^63", text);
    }
  }
}
