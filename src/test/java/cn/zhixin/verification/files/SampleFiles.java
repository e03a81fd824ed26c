package cn.zhixin.verification.files;

import cn.zhixin.encoding.Bytes;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What people make of a certificate's file. */
public final class SampleFiles {
  private SampleFiles() {}

  /** Drawn at so many dots an inch. */
  public static BufferedImage drawn(Bytes pdf, float dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.RGB);
    }
  }

  /** {@code png} or {@code jpg}. */
  public static Bytes picture(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return Bytes.wrap(out.toByteArray());
  }

  /** On a table, turned by some degrees, in bad light and with noise. */
  public static BufferedImage photographed(BufferedImage page, double degrees, Random random) {
    int width = page.getWidth() * 5 / 4;
    int height = page.getHeight() * 5 / 4;
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = photo.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.setColor(new java.awt.Color(0x6b4a2f));
    pen.fillRect(0, 0, width, height);
    AffineTransform turned = new AffineTransform();
    turned.translate(width / 10.0, height / 10.0);
    turned.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
    pen.drawImage(page, turned, null);
    pen.dispose();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double light = 0.55 + 0.4 * x / width;
        photo.setRGB(x, y, dimmed(photo.getRGB(x, y), light, random.nextInt(25) - 12));
      }
    }
    return photo;
  }

  private static int dimmed(int rgb, double light, int noise) {
    int dimmed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int value = (int) ((rgb >> shift & 0xff) * light) + noise;
      dimmed |= Math.max(0, Math.min(255, value)) << shift;
    }
    return dimmed;
  }

  /** A document of one page with the picture on it, as scanners make them. */
  public static Bytes scanned(BufferedImage page) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage only = new PDPage(new PDRectangle(842, 595));
      document.addPage(only);
      try (PDPageContentStream content = new PDPageContentStream(document, only)) {
        content.drawImage(LosslessFactory.createFromImage(document, page), 0, 0, 842, 595);
      }
      return saved(document);
    }
  }

  /** Printed to PDF: the page without signature and attachments. */
  public static Bytes printed(Bytes pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      for (String key : new String[] {"AcroForm", "Perms", "AF", "Names", "StructTreeRoot"}) {
        catalog.removeItem(COSName.getPDFName(key));
      }
      document.getPage(0).getCOSObject().removeItem(COSName.ANNOTS);
      return saved(document);
    }
  }

  /** Opened and saved by a viewer. */
  public static Bytes savedAgain(Bytes pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      return saved(document);
    }
  }

  private static Bytes saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return Bytes.wrap(out.toByteArray());
  }

  public static Bytes latin1(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
