package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import java.util.Optional;

/** A DER SEQUENCE in a hole that is larger and filled with zeros (ISO 32000-2 §12.8.1). */
final class PaddedDer {
  private static final int SEQUENCE = 0x30;
  private static final int MAX_LENGTH_BYTES = 3;

  private PaddedDer() {}

  /** The sequence alone; empty if there is none, or something but zeros follows it. */
  static Optional<byte[]> trim(Bytes padded) {
    if (padded.size() < 2 || padded.at(0) != SEQUENCE) {
      return Optional.empty();
    }
    int first = padded.at(1) & 0xFF;
    int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
    if (first == 0x80 || lengthBytes > MAX_LENGTH_BYTES || padded.size() < 2 + lengthBytes) {
      return Optional.empty();
    }
    int length = lengthBytes == 0 ? first : 0;
    for (int i = 0; i < lengthBytes; i++) {
      length = length << 8 | padded.at(2 + i) & 0xFF;
    }
    int end = 2 + lengthBytes + length;
    if (end > padded.size()) {
      return Optional.empty();
    }
    for (int i = end; i < padded.size(); i++) {
      if (padded.at(i) != 0) {
        return Optional.empty();
      }
    }
    return Optional.of(padded.slice(0, end).unsafeArray());
  }
}
