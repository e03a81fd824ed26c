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
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Draws the certificate's page with its tags, its stamp across and its stamp below; not signed yet.
 *
 * <p>What stands across repeats what stands below: it is a watermark, and only the text below is
 * read aloud.
 */
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
  private final PDPage page;
  private final StampedStructure structure;
  private final Box certificate;
  private final PDResources resources;

  private StampedPage(PDDocument copy, Stamp stamp, FontChain chain) {
    this.stamp = stamp;
    this.fonts = new StampFonts(chain);
    this.copy = copy;
    this.page = copy.getPage(0);
    this.structure = new StampedStructure(copy);
    PDRectangle size = page.getMediaBox();
    this.certificate = new Box(0, BAND, size.getWidth(), BAND + size.getHeight());
    this.resources = page.getResources();
  }

  /** A whole PDF. */
  public static Bytes draw(Bytes certificate, Stamp stamp, FontChain fonts)
      throws IOException, ContentRefused {
    try (PDDocument copy = Loader.loadPDF(certificate.toArray())) {
      List<Box> clear = ClearPlaces.of(copy, stamp.clear());
      StampedPage page = new StampedPage(copy, stamp, fonts);
      page.draw(clear);
      COSDictionary widget = StampedMetadata.onlyOwn(copy, stamp, certificate);
      page.structure.finish(widget, StampedMetadata.SIGNATURE, BAND);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      copy.save(out, CompressParameters.NO_COMPRESSION);
      return Bytes.wrap(out.toByteArray());
    }
  }

  private void draw(List<Box> clear) throws IOException, ContentRefused {
    PageOperators before = new PageOperators();
    below(before);
    symbol(before);
    before.raw("q\n").rectangle(certificate).raw("W n\n").add("cm", 1, 0, 0, 1, 0, BAND);
    PageOperators after = new PageOperators();
    after.raw("Q\n");
    seal(after);
    after.openArtifact("/Type/Pagination/Subtype/Watermark").raw("q\n/Pale gs\n");
    after.add("rg", 0.66, 0.74, 0.86).rectangle(certificate).raw("W n\n");
    clear.forEach(each -> after.leaveOut(each.lifted(BAND), certificate));
    across(after);
    after.raw("Q\n").close();
    COSArray contents = new COSArray();
    contents.add(stream(before));
    contents.addAll(page.getCOSObject().getCOSArray(COSName.CONTENTS));
    contents.add(stream(after));
    page.getCOSObject().setItem(COSName.CONTENTS, contents);
    PDExtendedGraphicsState pale = new PDExtendedGraphicsState();
    // what is dark under the stamp stays as dark as it is
    pale.setBlendMode(BlendMode.MULTIPLY);
    resources.put(COSName.getPDFName("Pale"), pale);
    resources.getCOSObject().getCOSDictionary(COSName.FONT).addAll(fonts.resources(copy));
    page.setMediaBox(new PDRectangle((float) certificate.width(), (float) certificate.top()));
  }

  private PDStream stream(PageOperators operators) throws IOException {
    PDStream content = new PDStream(copy);
    try (OutputStream stream = content.createOutputStream(COSName.FLATE_DECODE)) {
      stream.write(operators.bytes());
    }
    return content;
  }

  /** The appearance of the signature's field, which is no part of the certificate's page itself. */
  private void seal(PageOperators out) throws IOException {
    for (PDAnnotation annotation : page.getAnnotations()) {
      PDAppearanceStream seal = annotation.getNormalAppearanceStream();
      PDRectangle to = annotation.getRectangle();
      if (seal != null && seal.getBBox() != null && seal.getBBox().getWidth() > 0) {
        PDRectangle from = seal.getBBox();
        double scaleX = to.getWidth() / from.getWidth();
        double scaleY = to.getHeight() / from.getHeight();
        Box place =
            new Box(
                    to.getLowerLeftX(),
                    to.getLowerLeftY(),
                    to.getUpperRightX(),
                    to.getUpperRightY())
                .lifted(BAND);
        resources.put(COSName.getPDFName("Seal"), seal);
        out.open("Figure", structure.seal(place)).raw("q\n");
        out.add(
            "cm",
            scaleX,
            0,
            0,
            scaleY,
            place.left() - from.getLowerLeftX() * scaleX,
            place.bottom() - from.getLowerLeftY() * scaleY);
        out.raw("/Seal Do\nQ\n").close();
      }
    }
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
    out.openArtifact("").add("rg", 1, 1, 1).rectangle(new Box(0, 0, certificate.width(), BAND));
    out.raw("f\n").add("RG", 0.34, 0.39, 0.45).add("w", 0.6);
    out.add("m", 0, BAND).add("l", certificate.width(), BAND).raw("S\n").close();
    double room = certificate.width() - 3 * MARGIN - QR_SIDE;
    double y = BAND - 22;
    for (String line : stamp.below()) {
      double size = Math.min(BELOW_SIZE, room / fonts.width(line));
      out.open("P", structure.line()).add("rg", 0.09, 0.13, 0.17).raw("BT\n");
      out.add("Tm", 1, 0, 0, 1, MARGIN, y).raw(fonts.show(line, size)).raw("ET\n").close();
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
    double bottom = (BAND - QR_SIDE) / 2;
    Box place = new Box(left, bottom, left + QR_SIDE, bottom + QR_SIDE);
    String alternative = "二维码，通向 " + stamp.address().text();
    out.open("Figure", structure.figure(alternative, place)).add("rg", 0, 0, 0);
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        if (symbol.isDark(x, y)) {
          double top = (BAND + QR_SIDE) / 2 - y * module;
          out.rectangle(new Box(left + x * module, top - module, left + (x + 1) * module, top));
        }
      }
    }
    out.raw("f\n").close();
  }
}
