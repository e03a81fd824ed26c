package cn.zhixin.document.pdf;

import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.template.Colour;
import cn.zhixin.document.template.Manifest;
import cn.zhixin.document.template.Node;
import cn.zhixin.document.template.Paint;
import cn.zhixin.document.template.PathSink;
import cn.zhixin.document.template.Transform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** The operators of one certificate's page, as PDFBox writes them, in the order of the template. */
final class PdfBoxPage {
  private static final COSName ARTIFACT = COSName.ARTIFACT;

  private final PDDocument document;
  private final PDPageContentStream out;
  private final Manifest manifest;
  private final PdfBoxText text;
  private final PdfBoxTags tags;
  private final Map<String, String> texts;
  private final DocumentContent content;
  private final BufferedImage qr;

  PdfBoxPage(
      PDDocument document,
      PDPageContentStream out,
      Manifest manifest,
      PdfBoxText text,
      PdfBoxTags tags,
      Map<String, String> texts,
      DocumentContent content,
      BufferedImage qr) {
    this.document = document;
    this.out = out;
    this.manifest = manifest;
    this.text = text;
    this.tags = tags;
    this.texts = texts;
    this.content = content;
    this.qr = qr;
  }

  void draw(Node.Group page, float height) throws Exception {
    float unit = (float) PageGeometry.POINTS;
    out.transform(new Matrix(unit, 0, 0, -unit, 0, height));
    out.setMiterLimit(4);
    group(page);
  }

  private void group(Node.Group group) throws Exception {
    if (!group.condition().holds(content.photo() != null)) {
      return;
    }
    out.saveGraphicsState();
    Transform t = group.transform();
    out.transform(
        new Matrix(
            (float) t.a(),
            (float) t.b(),
            (float) t.c(),
            (float) t.d(),
            (float) t.e(),
            (float) t.f()));
    for (Node node : group.children()) {
      if (node instanceof Node.Group inner) {
        group(inner);
      } else if (node instanceof Node.Shape shape) {
        out.beginMarkedContent(ARTIFACT);
        shape(shape);
        out.endMarkedContent();
      } else if (node instanceof Node.Label label) {
        begin(label.isTitle(), tags.label(label.isTitle(), label.labelFor(), label.text()));
        text.label(label);
        out.endMarkedContent();
      } else if (node instanceof Node.TextSlot slot) {
        begin(slot.isTitle(), tags.slot(slot.isTitle(), slot.name()));
        text.slot(slot, texts.getOrDefault(slot.name(), ""));
        out.endMarkedContent();
      } else if (node instanceof Node.PictureSlot picture) {
        picture(picture);
      }
    }
    out.restoreGraphicsState();
  }

  private void begin(boolean title, int number) throws IOException {
    out.beginMarkedContent(title ? COSName.getPDFName("H1") : COSName.P, number);
  }

  private void shape(Node.Shape shape) throws IOException {
    Paint paint = shape.paint();
    boolean stroked = paint.stroke() != null && paint.strokeWidth() > 0;
    if (paint.fill() == null && !stroked) {
      return;
    }
    if (paint.fill() != null) {
      fill(out, paint.fill());
    }
    if (paint.stroke() != null) {
      Colour stroke = paint.stroke();
      out.setStrokingColor(stroke.red() / 255f, stroke.green() / 255f, stroke.blue() / 255f);
      out.setLineWidth((float) paint.strokeWidth());
      out.setLineCapStyle(paint.cap().ordinal());
      out.setLineJoinStyle(paint.join().ordinal());
      float[] dashes = new float[paint.dashes().size()];
      for (int i = 0; i < dashes.length; i++) {
        dashes[i] = paint.dashes().get(i).floatValue();
      }
      out.setLineDashPattern(dashes, 0);
    }
    shape.path().sendTo(new Path(out));
    if (paint.fill() == null) {
      out.stroke();
    } else if (stroked && paint.evenOdd()) {
      out.fillAndStrokeEvenOdd();
    } else if (stroked) {
      out.fillAndStroke();
    } else if (paint.evenOdd()) {
      out.fillEvenOdd();
    } else {
      out.fill();
    }
  }

  static void fill(PDPageContentStream out, Colour colour) throws IOException {
    out.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
  }

  private void picture(Node.PictureSlot slot) throws IOException {
    String name = slot.picture().name().toLowerCase(java.util.Locale.ROOT);
    String alternative = manifest.alternatives().getOrDefault(name, "");
    float x = (float) slot.x();
    float y = (float) slot.y();
    float width = (float) slot.width();
    float height = (float) slot.height();
    switch (slot.picture()) {
      case SEAL -> {}
      case PHOTO -> {
        byte[] bytes = java.util.Objects.requireNonNull(content.photo()).toArray();
        PDImageXObject photo = PDImageXObject.createFromByteArray(document, bytes, "photo.jpg");
        out.beginMarkedContent(COSName.getPDFName("Figure"), tags.figure(alternative));
        out.saveGraphicsState();
        out.addRect(x, y, width, height);
        out.clip();
        float scale = Math.max(width / photo.getWidth(), height / photo.getHeight());
        float w = photo.getWidth() * scale;
        float h = photo.getHeight() * scale;
        image(photo, x + (width - w) / 2, y + (height - h) / 2, w, h);
        out.restoreGraphicsState();
        out.endMarkedContent();
      }
      case QR -> {
        out.beginMarkedContent(ARTIFACT);
        fill(out, Colour.WHITE);
        out.addRect(x, y, width, height);
        out.fill();
        out.endMarkedContent();
        float module = width / (qr.getWidth() + 2 * QrSymbol.QUIET_ZONE);
        float quiet = module * QrSymbol.QUIET_ZONE;
        float side = module * qr.getWidth();
        out.beginMarkedContent(COSName.getPDFName("Figure"), tags.figure(alternative));
        image(LosslessFactory.createFromImage(document, qr), x + quiet, y + quiet, side, side);
        out.endMarkedContent();
      }
    }
  }

  private void image(PDImageXObject image, float x, float y, float width, float height)
      throws IOException {
    out.drawImage(image, new Matrix(width, 0, 0, -height, x, y + height));
  }

  /** Path construction by PDFBox. */
  private record Path(PDPageContentStream out) implements PathSink {
    private interface Step {
      void take() throws IOException;
    }

    private static void take(Step step) {
      try {
        step.take();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void moveTo(double x, double y) {
      take(() -> out.moveTo((float) x, (float) y));
    }

    @Override
    public void lineTo(double x, double y) {
      take(() -> out.lineTo((float) x, (float) y));
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      take(() -> out.curveTo((float) x1, (float) y1, (float) x2, (float) y2, (float) x, (float) y));
    }

    @Override
    public void close() {
      take(out::closePath);
    }
  }
}
