package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.template.Transform;
import cn.zhixin.document.template.VectorPath;

/**
 * The round red seal of an authority: a ring, an upright five-pointed star, the authority's name on
 * an arc of 250° and a line of text below.
 *
 * <p>Drawn in a square of 100 by 100 units, y upwards. The letters are characters of an embedded
 * font: as shapes they would take three times the bytes in every file. What is read in their place
 * is the form field's own description.
 */
final class SealAppearance {
  private static final int SIDE = 100;
  private static final double CENTRE = 50;
  private static final double RING = 48.2;
  private static final double RING_WIDTH = 2.8;
  private static final double STAR = 16.5;

  /** Inner to outer radius of a star whose edges run on into each other. */
  private static final double STAR_INNER = 0.381966;

  private static final double ARC_DEGREES = 250;
  private static final double WIDEST_STEP_DEGREES = 30;
  private static final double NAME_OUTER = 44.6;
  private static final double NAME_SIZE = 12.4;

  /** Letters of seals are narrow, but never narrower than this times their height. */
  private static final double NARROWEST = 0.46;

  private static final double TEXT_CENTRE = 17.5;
  private static final double TEXT_SIZE = 7.6;
  private static final double TEXT_WIDTH = 51;

  /** From the baseline to the middle of a Chinese character, in ems. */
  private static final double MIDDLE = 0.38;

  private final PageFamily family;
  private final ByteBuilder out = new ByteBuilder(1 << 12);

  private SealAppearance(PageFamily family) {
    this.family = family;
  }

  /**
   * Writes the seal's form XObject (ISO 32000-1 §8.10).
   *
   * @param resources number of an object with the fonts' names
   * @return its number
   */
  static int write(
      StaticObjects objects, PageFamily family, String authority, String text, int resources)
      throws ContentRefused {
    SealAppearance seal = new SealAppearance(family);
    seal.out.latin("0.8 0.09 0.12 rg 0.8 0.09 0.12 RG ").real(RING_WIDTH, 2).latin(" w\n");
    VectorPath.ellipse(CENTRE, CENTRE, RING, RING).sendTo(new PathOperators(seal.out, 2));
    seal.out.latin("S\n");
    seal.star();
    // its text is none of the page's: who extracts that would find it among the page's lines
    seal.out.latin("/Span<</ActualText()>>BDC BT\n");
    seal.name(authority);
    seal.line(text);
    seal.out.latin("ET EMC");
    int number = objects.reserve();
    objects.stream(
        number,
        "/Type/XObject/Subtype/Form/BBox[0 0 "
            + (SIDE + " " + SIDE + "]/Resources " + resources + " 0 R"),
        seal.out.toByteArray());
    return number;
  }

  private void star() {
    PathOperators path = new PathOperators(out, 2);
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? STAR : STAR * STAR_INNER;
      double angle = Math.toRadians(36 * i);
      double x = CENTRE + radius * Math.sin(angle);
      double y = CENTRE + radius * Math.cos(angle);
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    out.latin("h f\n");
  }

  private void name(String authority) throws ContentRefused {
    int[] characters = authority.codePoints().toArray();
    int gaps = Math.max(1, characters.length - 1);
    double step = Math.min(WIDEST_STEP_DEGREES, ARC_DEGREES / gaps);
    // Characters stand closest at their feet.
    double room = Math.toRadians(step) * (NAME_OUTER - NAME_SIZE) * 0.96;
    double size = Math.min(NAME_SIZE, room / NARROWEST);
    double narrow = Math.min(1, room / size);
    double radius = NAME_OUTER - size / 2;
    for (int i = 0; i < characters.length; i++) {
      double degrees = (i - (characters.length - 1) / 2.0) * step;
      double angle = Math.toRadians(degrees);
      Transform place =
          Transform.translation(
                  CENTRE + radius * Math.sin(angle), CENTRE + radius * Math.cos(angle))
              .of(Transform.rotation(-degrees))
              .of(Transform.scaling(size * narrow, size));
      character(characters[i], place);
    }
  }

  private void line(String text) throws ContentRefused {
    int[] characters = text.codePoints().toArray();
    double size = Math.min(TEXT_SIZE, TEXT_WIDTH / Math.max(1, characters.length));
    for (int i = 0; i < characters.length; i++) {
      double x = CENTRE + (i - (characters.length - 1) / 2.0) * size;
      character(
          characters[i], Transform.translation(x, TEXT_CENTRE).of(Transform.scaling(size, size)));
    }
  }

  /** Shows a character around the origin of a place whose unit is the em. */
  private void character(int codePoint, Transform place) throws ContentRefused {
    PageFace face = family.faceFor(codePoint, "seal");
    Transform m = place.of(Transform.translation(-face.advance(codePoint) / 2000.0, -MIDDLE));
    out.latin("/F").decimal(face.index).latin(" 1 Tf ");
    for (double number : new double[] {m.a(), m.b(), m.c(), m.d(), m.e(), m.f()}) {
      out.real(number, 3).append(' ');
    }
    out.latin("Tm<").hex16(face.fixedOrNew().add(codePoint)).latin(">Tj\n");
  }
}
