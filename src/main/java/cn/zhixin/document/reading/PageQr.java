package cn.zhixin.document.reading;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The QR symbol of a certificate's page: the only square image of one bit a component, one sample a
 * module.
 */
final class PageQr {
  private static final int SMALLEST = 21;
  private static final int LARGEST = 177;

  private PageQr() {}

  static String read(PDPage page) throws PdfRefused, IOException {
    COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
    COSDictionary objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
    COSStream image = onlySymbol(objects == null ? new COSDictionary() : objects);
    int size = image.getInt(COSName.WIDTH);
    int bytesPerRow = (size + 7) / 8;
    byte[] samples = BoundedStream.read(image, bytesPerRow * size);
    PdfRefused.unless(
        samples.length == bytesPerRow * size, PdfFault.QR_UNREADABLE, "the image is too short");
    BitMatrix modules = new BitMatrix(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        boolean one = (samples[y * bytesPerRow + x / 8] >>> (7 - x % 8) & 1) == 1;
        if (one == isOneDark(image)) {
          modules.set(x, y);
        }
      }
    }
    try {
      return new Decoder().decode(modules).getText();
    } catch (FormatException | ChecksumException e) {
      throw new PdfRefused(PdfFault.QR_UNREADABLE, e.getClass().getSimpleName());
    }
  }

  private static COSStream onlySymbol(COSDictionary objects) throws PdfRefused {
    COSStream found = null;
    for (COSName name : objects.keySet()) {
      COSStream image = objects.getCOSStream(name);
      if (image != null && isSymbol(image)) {
        PdfRefused.unless(found == null, PdfFault.NO_QR, "two square images of one bit");
        found = image;
      }
    }
    if (found == null) {
      throw new PdfRefused(PdfFault.NO_QR, "no square image of one bit among the page's resources");
    }
    return found;
  }

  private static boolean isSymbol(COSStream image) {
    int size = image.getInt(COSName.WIDTH);
    boolean oneBit =
        image.getInt(COSName.BITS_PER_COMPONENT) == 1
            || image.getBoolean(COSName.IMAGE_MASK, false);
    return COSName.IMAGE.equals(image.getCOSName(COSName.SUBTYPE))
        && oneBit
        && size == image.getInt(COSName.HEIGHT)
        && size >= SMALLEST
        && size <= LARGEST
        && size % 4 == 1;
  }

  private static boolean isOneDark(COSStream image) {
    COSArray decode = image.getCOSArray(COSName.DECODE);
    return decode != null && decode.getInt(0) == 1;
  }
}
