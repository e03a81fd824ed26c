package cn.zhixin.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.document.DocumentSigner;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The signature dictionary, the cross-reference stream and the signature itself.
 *
 * <p>Each byte after the prefix is hashed once: the state before the hole goes on twice, with the
 * rest of the file for the signature and with hole and rest for the file's own digest.
 */
final class FileEnd {
  static final int OFFSET_DIGITS = 8;
  static final int ID_SIZE = 16;

  static final byte[] BYTE_RANGE = ascii(")/ByteRange[0 ");
  static final byte[] CONTENTS = ascii("]/Contents");
  static final byte[] END_DICTIONARY = ascii(">>\nendobj\n");
  static final byte[] XREF = ascii(" 0 obj\n<</Type/XRef/W[1 3 2]/Size ");
  static final byte[] ROOT = ascii("/Root ");
  static final byte[] LENGTH = ascii(" 0 R/Length ");
  static final byte[] ID = ascii("/ID[<");
  static final byte[] BEGIN_STREAM = ascii(">]>>\nstream\n");
  static final byte[] START_XREF = ascii("\nendstream\nendobj\nstartxref\n");
  static final byte[] END_OF_FILE = ascii("\n%%EOF\n");

  private final CompiledVariant variant;
  private final DocumentSigner signer;
  private final int holeSize;

  FileEnd(CompiledVariant variant, DocumentSigner signer) {
    this.variant = variant;
    this.signer = signer;
    this.holeSize = 2 * signer.maximumSize();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(ISO_8859_1);
  }

  RenderedDocument write(ByteBuilder out, XrefRows xref, DocumentTime time) {
    CompiledVariant.Numbers numbers = variant.numbers();
    xref.atOffset(numbers.signature(), out.size());
    out.append(variant.signatureHead()).append(time.pdf()).append(BYTE_RANGE);
    int before = out.skip(OFFSET_DIGITS);
    int after = out.append(' ').skip(OFFSET_DIGITS);
    int rest = out.append(' ').skip(OFFSET_DIGITS);
    // The hole is the hexadecimal string with its brackets (ISO 32000-1 §12.8.1).
    int hole = out.append(CONTENTS).size();
    out.append('<').skip(holeSize);
    int holeEnd = out.append('>').size();
    out.append(END_DICTIONARY);

    int xrefAt = out.size();
    xref.atOffset(numbers.xref(), xrefAt);
    out.decimal(numbers.xref()).append(XREF).decimal(xref.count());
    out.append(ROOT).decimal(numbers.catalog()).append(LENGTH).decimal(xref.byteCount());
    int id = out.append(ID).skip(2 * ID_SIZE);
    int secondId = out.append('>').append('<').skip(2 * ID_SIZE);
    out.append(BEGIN_STREAM);
    xref.writeTo(out);
    out.append(START_XREF).decimal(xrefAt).append(END_OF_FILE);

    out.setDecimal(before, hole, OFFSET_DIGITS);
    out.setDecimal(after, holeEnd, OFFSET_DIGITS);
    out.setDecimal(rest, out.size() - holeEnd, OFFSET_DIGITS);
    MessageDigest beforeHole = variant.hash().fork();
    int prefix = variant.prefix().length;
    beforeHole.update(out.array(), prefix, hole - prefix);
    byte[] identifier = HashState.fork(beforeHole).digest();
    out.setHex(id, identifier, ID_SIZE);
    out.setHex(secondId, identifier, ID_SIZE);
    return sign(out, beforeHole, hole, holeEnd);
  }

  private RenderedDocument sign(ByteBuilder out, MessageDigest beforeHole, int hole, int holeEnd) {
    MessageDigest wholeFile = HashState.fork(beforeHole);
    beforeHole.update(out.array(), holeEnd, out.size() - holeEnd);
    byte[] cms = signer.sign(new Digest(Bytes.wrap(beforeHole.digest())));
    if (2 * cms.length > holeSize) {
      throw new IllegalStateException(
          "a signature of " + cms.length + " bytes, the signer promised at most " + holeSize / 2);
    }
    out.setHex(hole + 1, cms, cms.length);
    Arrays.fill(out.array(), hole + 1 + 2 * cms.length, holeEnd - 1, (byte) '0');
    wholeFile.update(out.array(), hole, out.size() - hole);
    return new RenderedDocument(
        Bytes.wrap(out.toByteArray()), new Digest(Bytes.wrap(wholeFile.digest())));
  }
}
