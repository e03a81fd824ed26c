package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.Refusal;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.qr.QrTooLong;
import cn.zhixin.encoding.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Writes certificates of one variant, one after another, in one pass each.
 *
 * <p>Confined to one thread; keeps its buffers from one certificate to the next.
 */
final class CertificateWriter {
  static final byte[] BEGIN_OBJECT = ascii(" 0 obj\n");
  static final byte[] END_OBJECT = ascii("\nendobj\n");
  static final byte[] BEGIN_DICTIONARY = ascii(" 0 obj\n<<");
  static final byte[] BEGIN_LENGTH = ascii(" 0 obj\n<</Length ");
  static final byte[] BEGIN_STREAM = ascii(">>\nstream\n");
  static final byte[] END_STREAM = ascii("\nendstream\nendobj\n");
  static final byte[] END_DICTIONARY = ascii(">>\nendobj\n");
  static final byte[] IMAGE = ascii(" 0 obj\n<</Type/XObject/Subtype/Image/Width ");
  static final byte[] HEIGHT = ascii("/Height ");
  static final byte[] BITS = ascii("/ColorSpace/DeviceGray/BitsPerComponent 1/Length ");
  static final byte[] GREY_JPEG =
      ascii("/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length ");
  static final byte[] COLOUR_JPEG =
      ascii("/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ");
  static final byte[] CREDENTIAL =
      ascii(" 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Fcose/Params<</ModDate(");
  static final byte[] LEDGER_PROOF =
      ascii(" 0 obj\n<</Type/EmbeddedFile/Subtype/text#2Fplain/Params<</ModDate(");
  static final byte[] SIZE = ascii(")/Size ");
  static final byte[] LENGTH = ascii(">>/Length ");

  private final CompiledVariant variant;
  private final QrEncoder encoder = new QrEncoder();
  private final ByteBuilder out;
  private final XrefRows xref;
  private final CertificateContent content;
  private final OwnFonts ownFonts;
  private final DocumentTime time = new DocumentTime();
  private final FileEnd end;

  CertificateWriter(CompiledVariant variant, DocumentSigner signer) {
    this.variant = variant;
    this.out = variant.newBuffer();
    this.xref = new XrefRows(variant.xref());
    this.content = new CertificateContent(variant);
    this.ownFonts = new OwnFonts(variant.faces());
    this.end = new FileEnd(variant, signer);
  }

  RenderedDocument write(DocumentContent document) throws ContentRefused {
    Jpeg photo = document.photo() == null ? null : Jpeg.read(document.photo());
    QrSymbol symbol = encode(document);
    out.truncate(variant.prefix().length);
    xref.truncate(variant.xref().count());
    time.set(document.at());
    CompiledVariant.Numbers numbers = variant.numbers();
    int metadataLength = XmpPacket.writeTail(out, document.documentTitle(), time);
    begin(numbers.metadataLength(), BEGIN_OBJECT);
    out.decimal(metadataLength).append(END_OBJECT);
    content.draw(document.texts(), photo, symbol);
    begin(numbers.content(), BEGIN_LENGTH);
    out.decimal(content.stream().size()).append(BEGIN_STREAM);
    out.append(content.stream().array(), 0, content.stream().size()).append(END_STREAM);
    String names = ownFonts.write(out, xref, content.glyphs());
    begin(numbers.fonts(), BEGIN_DICTIONARY);
    out.append(variant.fonts()).latin(names).append(END_DICTIONARY);
    writePhoto(photo);
    writeSymbol(symbol);
    writeAttachment(numbers.credential(), CREDENTIAL, document.credential());
    writeAttachment(numbers.ledgerProof(), LEDGER_PROOF, document.ledgerProof());
    return end.write(out, xref, time);
  }

  private QrSymbol encode(DocumentContent document) throws ContentRefused {
    try {
      return encoder.encode(document.qr());
    } catch (QrTooLong e) {
      throw new ContentRefused(new Refusal.QrTextTooLong(e.bits(), e.capacity()));
    }
  }

  private void writePhoto(@Nullable Jpeg photo) {
    if (photo == null) {
      return;
    }
    begin(variant.numbers().photo(), IMAGE);
    out.decimal(photo.width()).append(HEIGHT).decimal(photo.height());
    out.append(photo.components() == 1 ? GREY_JPEG : COLOUR_JPEG);
    byte[] bytes = photo.file().unsafeArray();
    out.decimal(bytes.length).append(BEGIN_STREAM).append(bytes).append(END_STREAM);
  }

  private void writeSymbol(QrSymbol symbol) {
    begin(variant.numbers().qr(), IMAGE);
    out.decimal(symbol.size()).append(HEIGHT).decimal(symbol.size()).append(BITS);
    out.decimal(symbol.packedSize()).append(BEGIN_STREAM);
    int at = out.skip(symbol.packedSize());
    symbol.writePacked(out.array(), at);
    out.append(END_STREAM);
  }

  /** Uncompressed and in this very layout: readers without a PDF parser find it by its bytes. */
  private void writeAttachment(int number, byte[] opening, Bytes content) {
    byte[] bytes = content.unsafeArray();
    begin(number, opening);
    out.append(time.pdf()).append(SIZE).decimal(bytes.length).append(LENGTH);
    out.decimal(bytes.length).append(BEGIN_STREAM).append(bytes).append(END_STREAM);
  }

  private void begin(int number, byte[] opening) {
    xref.atOffset(number, out.size());
    out.decimal(number).append(opening);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
