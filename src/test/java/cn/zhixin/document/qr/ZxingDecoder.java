package cn.zhixin.document.qr;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.Version;

/** Reads a symbol's modules with a decoder that is not ours. */
final class ZxingDecoder {
  private ZxingDecoder() {}

  static DecoderResult decode(QrSymbol symbol) throws FormatException, ChecksumException {
    return new Decoder().decode(matrix(symbol));
  }

  static BitMatrix matrix(QrSymbol symbol) {
    BitMatrix matrix = new BitMatrix(symbol.size());
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.isDark(x, y)) {
          matrix.set(x, y);
        }
      }
    }
    return matrix;
  }

  static Version version(int number) throws FormatException {
    return Version.getVersionForNumber(number);
  }
}
