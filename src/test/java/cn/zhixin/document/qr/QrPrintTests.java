package cn.zhixin.document.qr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads symbols of 31 mm from a page at 300 dpi with decoders of other people. */
class QrPrintTests {
  private static final double MILLIMETRES = 31;
  private static final double PIXELS_PER_MILLIMETRE = 300 / 25.4;
  private static final int MARGIN = 60;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 420, 560, 620})
  void zbarReadsEveryPrint(int digits) throws Exception {
    Path zbar = ExternalTools.require("zbarimg");
    for (Path print : prints(digits)) {
      ExternalTools.Outcome read =
          ExternalTools.run(zbar, "--raw", "-q", "-Sdisable", "-Sqrcode.enable", print);
      assertThat(read.output()).as(print.toString()).isEqualTo(Texts.withDigits(digits).text());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200, 420, 560, 620})
  void zxingCppReadsEveryPrint(int digits) throws Exception {
    Path reader = ExternalTools.require("ZXingReader");
    for (Path print : prints(digits)) {
      ExternalTools.Outcome read = ExternalTools.run(reader, "-format", "QRCode", "-1", print);
      assertThat(read.output()).as(print.toString()).contains(Texts.withDigits(digits).text());
    }
  }

  /** Straight, blurred, rotated, both. */
  private List<Path> prints(int digits) throws Exception {
    QrSymbol symbol = new QrEncoder().encode(Texts.withDigits(digits));
    return List.of(
        save(print(symbol, 0), digits + "-straight.png"),
        save(blurred(print(symbol, 0)), digits + "-blurred.png"),
        save(print(symbol, 4), digits + "-rotated.png"),
        save(blurred(print(symbol, -7)), digits + "-rotated-blurred.png"));
  }

  private static BufferedImage print(QrSymbol symbol, double degrees) {
    int side = (int) Math.round(MILLIMETRES * PIXELS_PER_MILLIMETRE) + 2 * MARGIN;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setColor(Color.BLACK);
    graphics.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
    graphics.translate(MARGIN, MARGIN);
    double module = MILLIMETRES * PIXELS_PER_MILLIMETRE / (symbol.size() + 2 * QrSymbol.QUIET_ZONE);
    graphics.scale(module, module);
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.isDark(x, y)) {
          graphics.fillRect(x + QrSymbol.QUIET_ZONE, y + QrSymbol.QUIET_ZONE, 1, 1);
        }
      }
    }
    graphics.dispose();
    return image;
  }

  /** Each pixel becomes the mean of the nine around it. */
  private static BufferedImage blurred(BufferedImage image) {
    float[] weights = new float[9];
    Arrays.fill(weights, 1 / 9f);
    return new ConvolveOp(new Kernel(3, 3, weights), ConvolveOp.EDGE_NO_OP, null)
        .filter(image, null);
  }

  private Path save(BufferedImage image, String name) throws Exception {
    Path file = folder.resolve(name);
    assertThat(ImageIO.write(image, "png", file.toFile())).isTrue();
    return file;
  }
}
