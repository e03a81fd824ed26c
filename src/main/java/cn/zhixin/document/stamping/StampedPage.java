package cn.zhixin.document.stamping;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.Refusal;
import cn.zhixin.document.Stamp;
import cn.zhixin.document.font.FontChain;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.qr.QrTooLong;
import cn.zhixin.encoding.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/** Draws the certificate's page, its stamp across and its stamp below; not signed yet. */
public final class StampedPage {
  /** File name of the certificate within the copy. */
  public static final String ORIGINAL = "certificate.pdf";

  /** In the catalogue of every stamped copy, and of no certificate. */
  public static final String MARK = "ZHXN_StampedCopy";

  private static final double BAND = 96;
  private static final double MARGIN = 34;
  private static final double QR_SIDE = 72;
  private static final double LARGEST = 30;
  private static final double LEADING = 1.35;
  private static final double BELOW_SIZE = 11;

  private final Stamp stamp;
  private final StampFonts fonts;
  private final PDDocument copy;
  private final Box certificate;

  private StampedPage(Stamp stamp, FontChain chain, PDDocument copy, PDRectangle page) {
    this.stamp = stamp;
    this.fonts = new StampFonts(chain);
    this.copy = copy;
    this.certificate = new Box(0, BAND, page.getWidth(), BAND + page.getHeight());
  }

  /** A whole PDF. */
  public static Bytes draw(Bytes certificate, Stamp stamp, FontChain fonts)
      throws IOException, ContentRefused {
    try (PDDocument original = Loader.loadPDF(certificate.toArray());
        PDDocument copy = new PDDocument()) {
      PDRectangle size = original.getPage(0).getMediaBox();
      List<Box> clear = ClearPlaces.of(original, stamp.clear());
      drawAnnotations(original);
      PDFormXObject form = new LayerUtility(copy).importPageAsForm(original, 0);
      new StampedPage(stamp, fonts, copy, size).draw(form, clear);
      copy.setVersion(1.7f);
      StampedMetadata.add(copy, stamp, certificate);
      copy.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(MARK), COSBoolean.TRUE);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      copy.save(out, CompressParameters.NO_COMPRESSION);
      return Bytes.wrap(out.toByteArray());
    }
  }

  /** The seal is the appearance of the signature's field, which is no part of the page itself. */
  private static void drawAnnotations(PDDocument original) throws IOException {
    PDPage page = original.getPage(0);
    try (PDPageContentStream content =
        new PDPageContentStream(original, page, AppendMode.APPEND, true, true)) {
      for (PDAnnotation annotation : page.getAnnotations()) {
        PDAppearanceStream seal = annotation.getNormalAppearanceStream();
        if (seal != null && seal.getBBox() != null && seal.getBBox().getWidth() > 0) {
          PDRectangle to = annotation.getRectangle();
          PDRectangle from = seal.getBBox();
          float scaleX = to.getWidth() / from.getWidth();
          float scaleY = to.getHeight() / from.getHeight();
          content.saveGraphicsState();
          content.transform(
              new Matrix(
                  scaleX,
                  0,
                  0,
                  scaleY,
                  to.getLowerLeftX() - from.getLowerLeftX() * scaleX,
                  to.getLowerLeftY() - from.getLowerLeftY() * scaleY));
          content.drawForm(seal);
          content.restoreGraphicsState();
        }
      }
    }
  }

  private void draw(PDFormXObject form, List<Box> clear) throws IOException, ContentRefused {
    PDPage page =
        new PDPage(new PDRectangle((float) certificate.width(), (float) certificate.top()));
    copy.addPage(page);
    PageOperators out = new PageOperators();
    out.raw("/Artifact BMC\nEMC\nq\n").add("cm", 1, 0, 0, 1, 0, BAND).raw("/Certificate Do\nQ\n");
    out.raw("q\n/Pale gs\n").add("rg", 0.66, 0.74, 0.86).rectangle(certificate).raw("W n\n");
    for (Box each : clear) {
      Box lifted = new Box(each.left(), each.bottom() + BAND, each.right(), each.top() + BAND);
      out.leaveOut(lifted, certificate);
    }
    across(out);
    out.raw("Q\n");
    below(out);
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("Certificate"), form);
    PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
    // what is dark under the stamp stays as dark as it is
    pale.setBlendMode(BlendMode.MULTIPLY);
    resources.put(COSName.getPDFName("Pale"), pale);
    COSDictionary all = resources.getCOSObject();
    all.setItem(COSName.FONT, fonts.resources(copy));
    symbol(out);
    page.setResources(resources);
    PDStream content = new PDStream(copy);
    try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
      stream.write(out.toString().getBytes(StandardCharsets.US_ASCII));
    }
    page.setContents(content);
  }

  /** Twice, along the diagonal, so that no half of a page is without it. */
  private void across(PageOperators out) throws ContentRefused {
    double angle = Math.atan2(certificate.height(), certificate.width());
    double room = 0.86 * Math.hypot(certificate.width(), certificate.height());
    double widest = 0;
    for (String line : stamp.across()) {
      widest = Math.max(widest, fonts.width(line));
    }
    // a line off the diagonal has less room than one on it
    double size = Math.min(LARGEST, 0.64 * room / widest);
    double middleX = certificate.width() / 2;
    double middleY = certificate.bottom() + certificate.height() / 2;
    double distance = certificate.height() * 0.2;
    for (int side = -1; side <= 1; side += 2) {
      double y = (stamp.across().size() - 1) * size * LEADING / 2 - size * 0.35;
      for (String line : stamp.across()) {
        double x = -fonts.width(line) * size / 2;
        double up = y + side * distance;
        out.raw("BT\n")
            .add(
                "Tm",
                Math.cos(angle),
                Math.sin(angle),
                -Math.sin(angle),
                Math.cos(angle),
                middleX + x * Math.cos(angle) - up * Math.sin(angle),
                middleY + x * Math.sin(angle) + up * Math.cos(angle));
        out.raw(fonts.show(line, size)).raw("ET\n");
        y -= size * LEADING;
      }
    }
  }

  private void below(PageOperators out) throws ContentRefused {
    out.add("rg", 1, 1, 1).rectangle(new Box(0, 0, certificate.width(), BAND)).raw("f\n");
    out.add("RG", 0.34, 0.39, 0.45).add("w", 0.6);
    out.add("m", 0, BAND).add("l", certificate.width(), BAND).raw("S\n");
    out.add("rg", 0.09, 0.13, 0.17);
    double room = certificate.width() - 3 * MARGIN - QR_SIDE;
    double y = BAND - 22;
    for (String line : stamp.below()) {
      double size = Math.min(BELOW_SIZE, room / fonts.width(line));
      out.raw("BT\n").add("Tm", 1, 0, 0, 1, MARGIN, y).raw(fonts.show(line, size)).raw("ET\n");
      y -= BELOW_SIZE * 1.5;
    }
  }

  private void symbol(PageOperators out) throws ContentRefused {
    QrSymbol symbol;
    try {
      symbol = new QrEncoder().encode(stamp.address());
    } catch (QrTooLong e) {
      throw new ContentRefused(new Refusal.QrTextTooLong(e.bits(), e.capacity()));
    }
    double left = certificate.width() - MARGIN - QR_SIDE;
    double module = QR_SIDE / symbol.size();
    out.add("rg", 0, 0, 0);
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.isDark(x, y)) {
          double top = (BAND + QR_SIDE) / 2 - y * module;
          out.rectangle(new Box(left + x * module, top - module, left + (x + 1) * module, top));
        }
      }
    }
    out.raw("f\n");
  }
}
