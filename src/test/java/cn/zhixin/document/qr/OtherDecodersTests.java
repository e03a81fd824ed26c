package cn.zhixin.document.qr;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.ExternalTools;
import cn.zhixin.document.QrText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two decoders that share no code with ours or with each other read symbols of every version, level
 * and mask, and one of each number of digits that a certificate can have.
 */
class OtherDecodersTests {
  private static final int PIXELS = 4;
  private static final int LONGEST = 620;

  @TempDir Path folder;

  private final QrEncoder encoder = new QrEncoder();
  private final List<String> texts = new ArrayList<>();
  private final List<Path> pictures = new ArrayList<>();
  private final Set<List<Object>> kinds = new HashSet<>();

  @Test
  void zbarReadsEverySymbol() throws Exception {
    Path zbar = ExternalTools.require("zbarimg");
    draw();
    List<Object> command = new ArrayList<>(List.of(zbar, "--raw", "-q", "-Sdisable"));
    command.add("-Sqrcode.enable");
    command.addAll(pictures);
    ExternalTools.Outcome read = ExternalTools.run(command.toArray());
    assertThat(read.output().lines().toList()).as(read.errors()).isEqualTo(texts);
  }

  @Test
  void zxingCppReadsEverySymbol() throws Exception {
    Path reader = ExternalTools.require("ZXingReader");
    draw();
    List<Object> command = new ArrayList<>(List.of(reader, "-format", "QRCode", "-ispure"));
    command.addAll(pictures);
    List<String> read =
        ExternalTools.run(command.toArray())
            .output()
            .lines()
            .filter(line -> line.startsWith("Text:"))
            .map(line -> line.replaceFirst("^Text: *\"(.*)\"$", "$1"))
            .toList();
    assertThat(read).isEqualTo(texts);
  }

  private void draw() throws Exception {
    Random random = new Random(2015);
    for (int version = 1; version <= QrEncoder.MAXIMUM_VERSION; version++) {
      for (ErrorCorrection level : ErrorCorrection.values()) {
        Set<Integer> masks = new HashSet<>();
        // small symbols get some masks seldom
        for (int i = 0; i < 500 && masks.size() < MaskPattern.COUNT; i++) {
          QrText text = Texts.fitting(version, level, random);
          QrSymbol symbol = encoder.encode(text, version, level);
          if (masks.add(symbol.mask())) {
            draw(text, symbol);
          }
        }
      }
    }
    int levels = ErrorCorrection.values().length;
    assertThat(kinds).hasSize(QrEncoder.MAXIMUM_VERSION * levels * MaskPattern.COUNT);
    for (int digits = 0; digits <= LONGEST; digits++) {
      QrText text = Texts.withDigits(digits);
      draw(text, encoder.encode(text));
    }
  }

  private void draw(QrText text, QrSymbol symbol) throws IOException {
    kinds.add(List.of(symbol.version(), symbol.level(), symbol.mask()));
    Path picture = folder.resolve(pictures.size() + ".pgm");
    Files.write(picture, pgm(symbol));
    pictures.add(picture);
    texts.add(text.text());
  }

  /** Portable grey map: four pixels for each module, a quiet zone of four modules. */
  private static byte[] pgm(QrSymbol symbol) {
    int modules = symbol.size() + 2 * QrSymbol.QUIET_ZONE;
    int side = modules * PIXELS;
    byte[] head = ("P5 " + side + " " + side + " 255\n").getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(head, head.length + side * side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / PIXELS - QrSymbol.QUIET_ZONE;
        int row = y / PIXELS - QrSymbol.QUIET_ZONE;
        boolean inside = column >= 0 && row >= 0 && column < symbol.size() && row < symbol.size();
        boolean dark = inside && symbol.isDark(column, row);
        file[head.length + y * side + x] = (byte) (dark ? 0 : 255);
      }
    }
    return file;
  }
}
