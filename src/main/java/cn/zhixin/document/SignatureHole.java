package cn.zhixin.document;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hexadecimal string of a signed file that no signature covers (ISO 32000-2 §12.8.1): the one
 * place that may change after signing, and where a time stamp is put into the signature.
 */
public final class SignatureHole {
  private static final byte[] CONTENTS = "/Contents<".getBytes(ISO_8859_1);
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final byte[] file;
  private final int begin;
  private final int end;

  private SignatureHole(byte[] file) {
    this.file = file;
    // the signature stands behind all texts and attachments
    int at = file.length - CONTENTS.length;
    while (!Arrays.equals(file, at, at + CONTENTS.length, CONTENTS, 0, CONTENTS.length)) {
      at--;
    }
    this.begin = at + CONTENTS.length;
    int close = begin;
    while (file[close] != '>') {
      close++;
    }
    this.end = close;
  }

  /** Of a file that a {@link DocumentRenderer} made. */
  public static SignatureHole of(RenderedDocument document) {
    return new SignatureHole(document.pdf().unsafeArray());
  }

  /** The CMS in it and the zeros behind it. */
  public byte[] content() {
    return HEX.parseHex(new String(file, begin, end - begin, ISO_8859_1));
  }

  /**
   * The same file with another CMS.
   *
   * @throws IllegalArgumentException if it is larger than the hole
   */
  public RenderedDocument filledWith(byte[] cms) {
    if (2 * cms.length > end - begin) {
      throw new IllegalArgumentException(
          "a signature of " + cms.length + " bytes, there is room for " + (end - begin) / 2);
    }
    byte[] filled = file.clone();
    Arrays.fill(filled, begin, end, (byte) '0');
    byte[] digits = HEX.formatHex(cms).getBytes(ISO_8859_1);
    System.arraycopy(digits, 0, filled, begin, digits.length);
    return new RenderedDocument(Bytes.wrap(filled), Digest.of(filled));
  }
}
