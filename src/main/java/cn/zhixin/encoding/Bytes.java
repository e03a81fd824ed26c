package cn.zhixin.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes that is equal to another with the same content. */
public final class Bytes {
  private static final HexFormat HEX = HexFormat.of();

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  public static Bytes copyOf(byte[] content) {
    return new Bytes(content.clone());
  }

  /** Takes the array as it is: the caller must not write to it again. */
  public static Bytes wrap(byte[] content) {
    return new Bytes(content);
  }

  public static Bytes ofHex(String hex) {
    return new Bytes(HEX.parseHex(hex));
  }

  public static Bytes ofUtf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public int size() {
    return content.length;
  }

  public byte at(int index) {
    return content[index];
  }

  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, from, to));
  }

  public byte[] toArray() {
    return content.clone();
  }

  /** The content itself, for readers that promise not to write to it. */
  public byte[] unsafeArray() {
    return content;
  }

  /** Lower case, two digits a byte. */
  public String toHex() {
    return HEX.formatHex(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  /** Length only: content may be personal or secret. */
  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
