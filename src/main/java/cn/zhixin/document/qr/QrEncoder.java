package cn.zhixin.document.qr;

import cn.zhixin.document.QrText;
import java.util.Arrays;

/**
 * Makes the smallest symbol that holds a text with error correction M, then raises the correction
 * as far as the same version allows.
 *
 * <p>Reusable; keeps its working memory. Used by one thread at a time.
 */
public final class QrEncoder {
  /** Symbols above it are too fine for 30 mm in print. */
  public static final int MAXIMUM_VERSION = BlockStructure.MAXIMUM_VERSION;

  private final byte[] buffer = new byte[SymbolLayout.bufferSize()];
  private final BitStream bits = new BitStream(buffer);
  private final SymbolMasking masking = new SymbolMasking();

  /**
   * @throws QrTooLong if version 13 with error correction M does not hold the text
   */
  public QrSymbol encode(QrText text) throws QrTooLong {
    for (int version = 1; version <= MAXIMUM_VERSION; version++) {
      int needed = Segments.bits(text, version);
      if (needed <= capacity(version, ErrorCorrection.M)) {
        return encode(text, version, strongest(version, needed));
      }
    }
    throw new QrTooLong(
        Segments.bits(text, MAXIMUM_VERSION), capacity(MAXIMUM_VERSION, ErrorCorrection.M));
  }

  /** The text must fit. */
  QrSymbol encode(QrText text, int version, ErrorCorrection level) {
    SymbolLayout layout = SymbolLayout.of(version, level);
    bits.clear();
    Segments.write(text, version, bits);
    bits.finish(layout.blocks().dataCodewords());
    return masking.complete(layout, buffer);
  }

  private static ErrorCorrection strongest(int version, int needed) {
    return Arrays.stream(ErrorCorrection.values())
        .filter(level -> needed <= capacity(version, level))
        .max(ErrorCorrection::compareTo)
        .orElseThrow();
  }

  /** Bits that a symbol holds. */
  static int capacity(int version, ErrorCorrection level) {
    return BlockStructure.of(version, level).dataBits();
  }
}
