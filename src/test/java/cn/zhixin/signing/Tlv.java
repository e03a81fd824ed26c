package cn.zhixin.signing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An ASN.1 value as it is encoded (X.690 §8.1), taken apart so that it can be written otherwise:
 * tags of one byte, lengths of any form. Nothing is put in order.
 */
final class Tlv {
  private static final int CONSTRUCTED = 0x20;

  final List<Tlv> parts = new ArrayList<>();
  int tag;
  byte[] content;

  /** Bytes of the length beyond those that it needs. */
  int idleLengthBytes;

  boolean indefinite;

  private Tlv(int tag, byte[] content) {
    this.tag = tag;
    this.content = content;
  }

  static Tlv primitive(int tag, byte... content) {
    return new Tlv(tag, content);
  }

  static Tlv constructed(int tag, Tlv... parts) {
    Tlv value = new Tlv(tag, new byte[0]);
    value.parts.addAll(List.of(parts));
    return value;
  }

  /** Of definite lengths of up to three bytes; what is behind the value is left out. */
  static Tlv parse(byte[] encoded) {
    return parse(encoded, 0);
  }

  private static Tlv parse(byte[] from, int at) {
    int start = at + headSize(from, at);
    int end = at + size(from, at);
    Tlv value = new Tlv(from[at] & 0xFF, Arrays.copyOfRange(from, start, end));
    if ((value.tag & CONSTRUCTED) != 0) {
      for (int part = start; part < end; part += size(from, part)) {
        value.parts.add(parse(from, part));
      }
    }
    return value;
  }

  private static int headSize(byte[] from, int at) {
    int first = from[at + 1] & 0xFF;
    return 2 + (first < 0x80 ? 0 : first - 0x80);
  }

  private static int size(byte[] from, int at) {
    int head = headSize(from, at);
    int length = head == 2 ? from[at + 1] : 0;
    for (int i = 2; i < head; i++) {
      length = length << 8 | from[at + i] & 0xFF;
    }
    return head + length;
  }

  Tlv copy() {
    return parse(encoded());
  }

  Tlv part(int index) {
    return parts.get(index);
  }

  Tlv last() {
    return parts.get(parts.size() - 1);
  }

  byte[] encoded() {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    for (Tlv part : parts) {
      inner.writeBytes(part.encoded());
    }
    byte[] value = (tag & CONSTRUCTED) != 0 ? inner.toByteArray() : content;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (indefinite) {
      out.write(0x80);
      out.writeBytes(value);
      out.write(0);
      out.write(0);
    } else {
      writeLength(out, value.length);
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  private void writeLength(ByteArrayOutputStream out, int length) {
    int needed = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
    int bytes = needed == 0 && idleLengthBytes > 0 ? idleLengthBytes : needed + idleLengthBytes;
    out.write(bytes == 0 ? length : 0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      out.write(i > 3 ? 0 : length >> 8 * i);
    }
  }
}
