package cn.zhixin.document.reading;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds QR symbols in a picture: at several sizes, since a large photograph hides a symbol in its
 * noise and a small one has too few pixels a module, and by a local and a global threshold.
 */
final class QrSearch {
  private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

  /** Lengths of the longer side that are tried, in pixels, after the picture's own. */
  private static final int[] SIDES = {1600, 1000, 2400, 700};

  /** Up to this side a picture is tried at its own size first; and it may be enlarged twofold. */
  private static final int OWN = 3200;

  private final BufferedImage picture;

  QrSearch(BufferedImage picture) {
    this.picture = picture;
  }

  /** In the order in which they were found; those of the first size at which there are any. */
  List<String> texts() {
    for (int side : sides()) {
      Set<String> found = new LinkedHashSet<>();
      LuminanceSource source = GrayPicture.of(scaled(side));
      found.addAll(decode(source, HybridBinarizer::new));
      if (found.isEmpty()) {
        found.addAll(decode(source, GlobalHistogramBinarizer::new));
      }
      if (found.isEmpty()) {
        found.addAll(decode(source.invert(), HybridBinarizer::new));
      }
      if (!found.isEmpty()) {
        return found.stream().limit(CopyBounds.SYMBOLS).toList();
      }
    }
    return List.of();
  }

  private List<Integer> sides() {
    int own = Math.max(picture.getWidth(), picture.getHeight());
    List<Integer> sides = new ArrayList<>();
    sides.add(Math.min(own, OWN));
    for (int side : SIDES) {
      if (side <= 2 * own && !sides.contains(side)) {
        sides.add(side);
      }
    }
    return sides;
  }

  private BufferedImage scaled(int side) {
    double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
    BufferedImage gray = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = gray.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    // what is transparent lies on white paper
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, height);
    pen.drawImage(picture, 0, 0, width, height, null);
    pen.dispose();
    return gray;
  }

  private static List<String> decode(
      LuminanceSource source, Function<LuminanceSource, Binarizer> threshold) {
    try {
      Result[] results =
          new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(threshold.apply(source)), HINTS);
      List<String> texts = new ArrayList<>();
      for (Result result : results) {
        String text = result.getText();
        if (text != null && text.length() <= CopyBounds.SYMBOL_CHARACTERS) {
          texts.add(text);
        }
      }
      return texts;
    } catch (NotFoundException e) {
      return List.of();
    }
  }
}
