package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.template.Colour;
import cn.zhixin.document.template.Manifest;
import cn.zhixin.document.template.Node;
import cn.zhixin.document.template.Paint;
import cn.zhixin.document.template.TextStyle;
import cn.zhixin.document.template.Transform;
import cn.zhixin.document.template.VectorPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Draws what all certificates of a variant share, and finds the places of what differs.
 *
 * <p>Shapes are artifacts (ISO 32000-1 §14.8.2.2); texts and pictures are announced to the
 * structure tree in the order of the drawing.
 */
final class PageLayer {
  /** A text that differs, and the number of its marked content. */
  record TextPlace(PageSlot slot, int content, Colour colour, boolean title) {}

  /**
   * A picture's rectangle on the page, in millimetres.
   *
   * @param content the number of its marked content; -1 for the seal, which is an annotation
   */
  record PicturePlace(double x, double y, double width, double height, int content) {}

  private final Manifest manifest;
  private final PageFonts fonts;
  private final Map<String, String> fixedTexts;
  private final boolean photo;
  private final ByteBuilder out = new ByteBuilder(1 << 16);
  private final RepeatedPaths repeated = new RepeatedPaths(out);
  private final ShapeOperators shapes = new ShapeOperators(out, repeated);
  private final TextOperators texts =
      new TextOperators(out, (face, codePoint) -> face.fixedOrNew().add(codePoint));
  private final CertificateStructure structure = new CertificateStructure();
  private final List<TextPlace> textPlaces = new ArrayList<>();
  private @Nullable PicturePlace photoPlace;
  private @Nullable PicturePlace qrPlace;
  private @Nullable PicturePlace sealPlace;
  private boolean inArtifact;

  PageLayer(Manifest manifest, PageFonts fonts, Map<String, String> fixedTexts, boolean photo) {
    this.manifest = manifest;
    this.fonts = fonts;
    this.fixedTexts = fixedTexts;
    this.photo = photo;
  }

  void draw(Node.Group page) throws ContentRefused {
    PageGeometry.begin(out, manifest.height());
    // SVG's limit; PDF's own is 10.
    out.latin("4 M\n");
    group(page, Transform.IDENTITY);
    artifact(false);
    out.latin("Q\n");
  }

  private void group(Node.Group group, Transform outer) throws ContentRefused {
    if (!group.condition().holds(photo)) {
      return;
    }
    Transform place = outer.of(group.transform());
    boolean moved = !group.transform().isIdentity();
    boolean ornament = isOrnament(group);
    ShapeOperators.State before = shapes.state();
    if (moved) {
      artifact(ornament);
      out.latin("q ");
      matrix(group.transform());
    }
    for (Node node : group.children()) {
      if (node instanceof Node.Group inner) {
        group(inner, place);
      } else if (node instanceof Node.Shape shape) {
        artifact(true);
        shapes.draw(shape, place.scale());
      } else if (node instanceof Node.Label label) {
        label(label);
      } else if (node instanceof Node.TextSlot slot) {
        slot(slot, place);
      } else if (node instanceof Node.PictureSlot picture) {
        picture(picture, place);
      }
    }
    if (moved) {
      artifact(ornament);
      out.latin("Q\n");
      shapes.state(before);
    }
  }

  /** Whether there are only shapes in it: one artifact, however its parts are moved. */
  private static boolean isOrnament(Node.Group group) {
    return group.children().stream()
        .allMatch(
            node ->
                node instanceof Node.Shape
                    || node instanceof Node.Group inner && isOrnament(inner));
  }

  private void matrix(Transform t) {
    for (double number : new double[] {t.a(), t.b(), t.c(), t.d(), t.e(), t.f()}) {
      out.real(number, 5).append(' ');
    }
    out.latin("cm\n");
  }

  private void label(Node.Label label) throws ContentRefused {
    TextStyle style = label.style();
    PageFamily family = fonts.family(style.family());
    String text = label.text();
    int content = structure.text(label.isTitle(), label.labelFor(), languageOf(text));
    beginText(label.isTitle(), content, style.colour());
    int characters = text.codePointCount(0, text.length());
    double natural = family.width(text, 0, text.length(), "label") * style.size() / 1000;
    double spacing = style.letterSpacing();
    double width = natural + spacing * characters;
    if (label.spreadTo() > 0 && characters > 1) {
      spacing = (label.spreadTo() - natural) / (characters - 1);
      width = label.spreadTo();
    }
    out.latin("BT ");
    spacing(spacing);
    texts.matrix(Transform.IDENTITY, PageSlot.left(style.anchor(), label.x(), width), label.y());
    texts.show(family, style.size(), text, 0, text.length(), "label");
    endText(spacing);
  }

  private void slot(Node.TextSlot node, Transform place) throws ContentRefused {
    PageSlot slot = new PageSlot(node, fonts.family(node.style().family()), place);
    String language = node.name().endsWith("English") ? "en" : null;
    int content = structure.text(node.isTitle(), node.name(), language);
    String fixed = fixedTexts.get(node.name());
    if (fixed == null) {
      textPlaces.add(new TextPlace(slot, content, node.style().colour(), node.isTitle()));
      return;
    }
    beginText(node.isTitle(), content, node.style().colour());
    out.latin("BT ");
    spacing(slot.letterSpacing());
    texts.slot(new PageSlot(node, slot.family(), Transform.IDENTITY), fixed);
    endText(slot.letterSpacing());
  }

  private void picture(Node.PictureSlot node, Transform place) {
    double x = place.x(node.x(), node.y());
    double y = place.y(node.x(), node.y());
    double width = place.x(node.x() + node.width(), node.y()) - x;
    double height = place.y(node.x(), node.y() + node.height()) - y;
    String box = PageGeometry.points(manifest.height(), x, y, width, height);
    String alternative = manifest.alternatives().getOrDefault(name(node), "");
    switch (node.picture()) {
      case PHOTO ->
          photoPlace = new PicturePlace(x, y, width, height, structure.figure(alternative, box));
      case SEAL -> {
        structure.form(alternative);
        sealPlace = new PicturePlace(x, y, width, height, -1);
      }
      case QR -> {
        qrPlace = new PicturePlace(x, y, width, height, structure.figure(alternative, box));
        artifact(true);
        VectorPath ground =
            VectorPath.rounded(node.x(), node.y(), node.width(), node.height(), 0, 0);
        Paint white =
            new Paint(
                Colour.WHITE, false, null, 0, Paint.LineCap.BUTT, Paint.LineJoin.MITER, List.of());
        shapes.draw(new Node.Shape(ground, white), place.scale());
      }
    }
  }

  private static String name(Node.PictureSlot node) {
    return switch (node.picture()) {
      case PHOTO -> "photo";
      case QR -> "qr";
      case SEAL -> "seal";
    };
  }

  private @Nullable String languageOf(String text) {
    boolean latin = text.codePoints().allMatch(c -> c < 0x2E80) && text.matches(".*[A-Za-z]{2}.*");
    return latin && !manifest.language().startsWith("en") ? "en" : null;
  }

  private void beginText(boolean title, int content, Colour colour) {
    artifact(false);
    out.latin(title ? "/H1" : "/P").latin("<</MCID ").decimal(content).latin(">>BDC ");
    TextOperators.colour(out, colour);
    shapes.state(ShapeOperators.State.UNKNOWN);
  }

  private void spacing(double spacing) {
    if (spacing != 0) {
      out.real(spacing, 4).latin(" Tc ");
    }
  }

  private void endText(double spacing) {
    out.latin(spacing == 0 ? "ET EMC\n" : "0 Tc ET EMC\n");
  }

  private void artifact(boolean wanted) {
    if (wanted != inArtifact) {
      out.latin(wanted ? "/Artifact BMC\n" : "EMC\n");
      inArtifact = wanted;
    }
  }

  /** What is drawn, with what of it became objects of their own. */
  RepeatedPaths content() {
    return repeated;
  }

  CertificateStructure structure() {
    return structure;
  }

  List<TextPlace> textPlaces() {
    return textPlaces;
  }

  @Nullable PicturePlace photoPlace() {
    return photoPlace;
  }

  PicturePlace qrPlace() {
    return present(qrPlace);
  }

  PicturePlace sealPlace() {
    return present(sealPlace);
  }

  private static PicturePlace present(@Nullable PicturePlace place) {
    if (place == null) {
      throw new IllegalStateException("a template was compiled that lacks a slot");
    }
    return place;
  }
}
