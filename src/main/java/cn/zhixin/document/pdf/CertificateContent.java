package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.template.Colour;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The content stream of what differs: values, photo, QR symbol. Confined to one thread. */
final class CertificateContent {
  static final byte[] END_TEXT = "ET EMC\n".getBytes(ISO_8859_1);
  static final byte[] FIGURE = "/Figure<</MCID ".getBytes(ISO_8859_1);
  static final byte[] BEGIN_CONTENT = ">>BDC q ".getBytes(ISO_8859_1);
  static final byte[] MATRIX = " cm ".getBytes(ISO_8859_1);
  static final byte[] CLIP = " re W n ".getBytes(ISO_8859_1);
  static final byte[] END_FIGURE = " Do Q EMC\n".getBytes(ISO_8859_1);

  private final CompiledVariant variant;
  private final OwnGlyphs glyphs;
  private final ByteBuilder out = new ByteBuilder(1 << 13);
  private final TextOperators texts;
  private final byte[] begin;
  private final byte[][] beginText;

  CertificateContent(CompiledVariant variant) {
    this.variant = variant;
    this.glyphs = new OwnGlyphs(variant.faces());
    this.texts = new TextOperators(out, glyphs);
    ByteBuilder head = new ByteBuilder(256);
    PageGeometry.begin(head, variant.pageHeight());
    begin = head.toByteArray();
    beginText = new byte[variant.texts().size()][];
    // The texts always follow one another: each says only what is other than before.
    Colour colour = null;
    double spacing = 0;
    for (int i = 0; i < beginText.length; i++) {
      PageLayer.TextPlace place = variant.texts().get(i);
      head.truncate(0);
      head.latin(place.title() ? "/H1<</MCID " : "/P<</MCID ").decimal(place.content());
      head.latin(">>BDC ");
      if (!place.colour().equals(colour)) {
        colour = place.colour();
        TextOperators.colour(head, colour);
      }
      head.latin("BT ");
      if (place.slot().letterSpacing() != spacing) {
        spacing = place.slot().letterSpacing();
        head.real(spacing, 4).latin(" Tc ");
      }
      beginText[i] = head.toByteArray();
    }
  }

  /** Draws; the result stands in {@link #stream} and {@link #glyphs} until the next call. */
  void draw(Map<String, String> values, @Nullable Jpeg photo, QrSymbol symbol)
      throws ContentRefused {
    out.truncate(0);
    glyphs.clear();
    out.append(begin);
    for (int i = 0; i < beginText.length; i++) {
      PageSlot slot = variant.texts().get(i).slot();
      out.append(beginText[i]);
      texts.slot(slot, values.getOrDefault(slot.name(), ""));
      out.append(END_TEXT);
    }
    if (photo != null && variant.photo() != null) {
      photo(variant.photo(), photo);
    }
    qr(variant.qr(), symbol);
    out.append('Q');
  }

  /** Fills the rectangle; what is too wide or too high for it is cut off on both sides alike. */
  private void photo(PageLayer.PicturePlace place, Jpeg photo) {
    double scale = Math.max(place.width() / photo.width(), place.height() / photo.height());
    double width = photo.width() * scale;
    double height = photo.height() * scale;
    out.append(FIGURE).decimal(place.content()).append(BEGIN_CONTENT);
    out.real(place.x(), 3).append(' ').real(place.y(), 3).append(' ');
    out.real(place.width(), 3).append(' ').real(place.height(), 3).append(CLIP);
    image(
        place.x() + (place.width() - width) / 2,
        place.y() + (place.height() - height) / 2,
        width,
        height);
    out.append('/').append('P').append(END_FIGURE);
  }

  private void qr(PageLayer.PicturePlace place, QrSymbol symbol) {
    double module = place.width() / (symbol.size() + 2 * QrSymbol.QUIET_ZONE);
    double quiet = module * QrSymbol.QUIET_ZONE;
    double side = module * symbol.size();
    out.append(FIGURE).decimal(place.content()).append(BEGIN_CONTENT);
    image(place.x() + quiet, place.y() + quiet, side, side);
    out.append('/').append('Q').append(END_FIGURE);
  }

  private void image(double x, double y, double width, double height) {
    out.real(width, 4).append(' ').append('0').append(' ').append('0').append(' ');
    out.real(-height, 4).append(' ').real(x, 4).append(' ').real(y + height, 4).append(MATRIX);
  }

  ByteBuilder stream() {
    return out;
  }

  OwnGlyphs glyphs() {
    return glyphs;
  }
}
