package cn.zhixin.bench;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A QR symbol as ZXing makes it. */
final class NaiveQr {
  private NaiveQr() {}

  /**
   * @param pixels of a side; 0 for as many as there are modules
   * @param quietZone modules around it
   */
  static BufferedImage of(String text, int pixels, int quietZone) throws WriterException {
    return MatrixToImageWriter.toBufferedImage(
        new QRCodeWriter()
            .encode(
                text,
                BarcodeFormat.QR_CODE,
                pixels,
                pixels,
                Map.of(
                    EncodeHintType.ERROR_CORRECTION,
                    ErrorCorrectionLevel.M,
                    EncodeHintType.MARGIN,
                    quietZone)));
  }
}
