package cn.zhixin.document.pdf;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.GlyphOutline;
import cn.zhixin.document.font.OutlineSink;
import cn.zhixin.document.template.Transform;
import cn.zhixin.document.template.VectorPath;

/**
 * The round red seal of an authority as shapes: a ring, an upright five-pointed star, the
 * authority's name on an arc of 250° and a line of text below.
 *
 * <p>Measured in hundredths of its diameter, y upwards. Written in whole numbers, 20 to each of
 * these: a fiftieth of a millimetre in print, and no longer a path than need be.
 */
final class SealAppearance {
  static final int SIDE = 2000;

  private static final double UNIT = SIDE / 100.0;
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
  private final ByteBuilder out = new ByteBuilder(1 << 14);
  private final PathOperators path = new PathOperators(out, 0);

  private SealAppearance(PageFamily family) {
    this.family = family;
  }

  /** The content of a form XObject with the bounding box {@code [0 0 2000 2000]}. */
  static byte[] draw(PageFamily family, String authority, String text) throws ContentRefused {
    SealAppearance seal = new SealAppearance(family);
    seal.out.latin("0.8 0.09 0.12 rg 0.8 0.09 0.12 RG ").real(RING_WIDTH * UNIT, 0).latin(" w\n");
    Transform whole = Transform.scaling(UNIT, UNIT);
    VectorPath.ellipse(CENTRE, CENTRE, RING, RING).sendTo(new Placed(whole, seal.path));
    seal.out.latin("S\n");
    seal.star();
    seal.name(authority);
    seal.line(text);
    return seal.out.toByteArray();
  }

  private void star() {
    for (int i = 0; i < 10; i++) {
      double radius = i % 2 == 0 ? STAR : STAR * STAR_INNER;
      double angle = Math.toRadians(36 * i);
      double x = CENTRE + radius * Math.sin(angle);
      double y = CENTRE + radius * Math.cos(angle);
      if (i == 0) {
        path.moveTo(x * UNIT, y * UNIT);
      } else {
        path.lineTo(x * UNIT, y * UNIT);
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
    out.latin("f\n");
  }

  private void line(String text) throws ContentRefused {
    int[] characters = text.codePoints().toArray();
    double size = Math.min(TEXT_SIZE, TEXT_WIDTH / Math.max(1, characters.length));
    for (int i = 0; i < characters.length; i++) {
      double x = CENTRE + (i - (characters.length - 1) / 2.0) * size;
      character(
          characters[i], Transform.translation(x, TEXT_CENTRE).of(Transform.scaling(size, size)));
    }
    out.latin("f\n");
  }

  /** Draws a character around the origin of a place whose unit is the em. */
  private void character(int codePoint, Transform place) throws ContentRefused {
    PageFace face = family.faceFor(codePoint, "seal");
    Transform centred =
        Transform.scaling(UNIT, UNIT)
            .of(place)
            .of(Transform.translation(-face.advance(codePoint) / 2000.0, -MIDDLE));
    GlyphOutline.draw(face.face.font(), codePoint, new Placed(centred, path));
  }

  /** Moves an outline to its place. */
  private record Placed(Transform place, OutlineSink to) implements OutlineSink {
    @Override
    public void moveTo(double x, double y) {
      to.moveTo(place.x(x, y), place.y(x, y));
    }

    @Override
    public void lineTo(double x, double y) {
      to.lineTo(place.x(x, y), place.y(x, y));
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      to.curveTo(
          place.x(x1, y1),
          place.y(x1, y1),
          place.x(x2, y2),
          place.y(x2, y2),
          place.x(x, y),
          place.y(x, y));
    }

    @Override
    public void close() {
      to.close();
    }
  }
}
