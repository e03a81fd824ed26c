package cn.zhixin.verification.web;

import cn.zhixin.document.QrText;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.qr.QrTooLong;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A QR symbol as a camera or a photo shows it: off the middle of a grey desk, on white paper. */
final class QrPicture {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int MODULE = 4;
  private static final int LEFT = 90;
  private static final int TOP = 60;
  private static final int FRAMES = 4;

  private final QrSymbol symbol;
  private final double light;

  /**
   * @param light 1 for daylight
   */
  QrPicture(QrText text, double light) throws QrTooLong {
    this.symbol = new QrEncoder().encode(text);
    this.light = light;
  }

  private int brightness(int x, int y) {
    int column = Math.floorDiv(x - LEFT, MODULE);
    int row = Math.floorDiv(y - TOP, MODULE);
    int border = QrSymbol.QUIET_ZONE + 1;
    int size = symbol.size();
    boolean paper =
        column >= -border && row >= -border && column < size + border && row < size + border;
    boolean inside = column >= 0 && row >= 0 && column < size && row < size;
    int grey = inside && symbol.isDark(column, row) ? 30 : paper ? 235 : 120;
    return (int) (grey * light);
  }

  byte[] png() throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, brightness(x, y) * 0x010101);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "png", file);
    return file.toByteArray();
  }

  /** YUV4MPEG2, which Chromium plays in a camera's place. */
  Path video(Path folder) throws IOException {
    ByteArrayOutputStream video = new ByteArrayOutputStream();
    String head = "YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n";
    video.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    byte[] frame = frame();
    for (int i = 0; i < FRAMES; i++) {
      video.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
      video.writeBytes(frame);
    }
    return Files.write(folder.resolve("camera.y4m"), video.toByteArray());
  }

  private byte[] frame() {
    byte[] frame = new byte[WIDTH * HEIGHT * 3 / 2];
    Arrays.fill(frame, (byte) 128);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        frame[y * WIDTH + x] = (byte) brightness(x, y);
      }
    }
    return frame;
  }
}
