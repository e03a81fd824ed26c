package cn.zhixin.document.reading;

import com.google.zxing.LuminanceSource;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** The brightness of a picture's pixels, a byte each, row by row. */
final class GrayPicture extends LuminanceSource {
  private final byte[] pixels;

  private GrayPicture(int width, int height, byte[] pixels) {
    super(width, height);
    this.pixels = pixels;
  }

  /** Of a picture of type {@link BufferedImage#TYPE_BYTE_GRAY}. */
  static GrayPicture of(BufferedImage gray) {
    byte[] pixels = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    return new GrayPicture(gray.getWidth(), gray.getHeight(), pixels);
  }

  @Override
  public byte[] getRow(int y, byte[] reused) {
    byte[] row = reused == null || reused.length < getWidth() ? new byte[getWidth()] : reused;
    System.arraycopy(pixels, y * getWidth(), row, 0, getWidth());
    return row;
  }

  @Override
  public byte[] getMatrix() {
    return pixels;
  }
}
