package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;

/**
 * Names a key: the first 8 bytes of the SHA-256 of its SubjectPublicKeyInfo (DER).
 *
 * @param value 8 bytes
 */
public record KeyId(Bytes value) {
  public static final int SIZE = 8;

  public KeyId {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("a key id has 8 bytes, not " + value.size());
    }
  }

  @Override
  public String toString() {
    return value.toHex();
  }
}
