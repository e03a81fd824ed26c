package cn.zhixin.document.reading;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two ranges that the file's only signature covers: everything but one hexadecimal string (ISO
 * 32000-2 §12.8.1).
 *
 * @param gapStart index of the string's {@code <}
 * @param gapEnd index after its {@code >}
 * @param fileSize where the second range ends
 */
record SignedRanges(int gapStart, int gapEnd, int fileSize) {
  /** What the numbers of the ranges stand behind. */
  static final String KEY = "/ByteRange";

  private static final Pattern ARRAY =
      Pattern.compile(
          "/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*\\]");

  static SignedRanges find(String file) throws PdfRefused {
    int key = file.indexOf(KEY);
    PdfRefused.unless(key >= 0, PdfFault.NO_SIGNATURE, "no /ByteRange in the file");
    PdfRefused.unless(
        key == file.lastIndexOf(KEY), PdfFault.SEVERAL_SIGNATURES, "more than one /ByteRange");
    Matcher array = ARRAY.matcher(file).region(key, file.length());
    PdfRefused.unless(
        array.lookingAt(), PdfFault.BYTES_OUTSIDE_SIGNATURE, "expected four numbers in /ByteRange");
    int start = Integer.parseInt(array.group(1));
    int length = Integer.parseInt(array.group(2));
    int second = Integer.parseInt(array.group(3));
    int secondLength = Integer.parseInt(array.group(4));
    PdfRefused.unless(
        start == 0 && length > 0 && second > length && second + secondLength == file.length(),
        PdfFault.BYTES_OUTSIDE_SIGNATURE,
        "expected ranges from 0 to the end at " + file.length() + ", found " + array.group());
    SignedRanges ranges = new SignedRanges(length, second, file.length());
    ranges.requireHexString(file);
    return ranges;
  }

  private void requireHexString(String file) throws PdfRefused {
    boolean hex = file.charAt(gapStart) == '<' && file.charAt(gapEnd - 1) == '>';
    for (int i = gapStart + 1; hex && i < gapEnd - 1; i++) {
      hex = HexFormat.isHexDigit(file.charAt(i));
    }
    PdfRefused.unless(
        hex && gapEnd - gapStart > 2 && (gapEnd - gapStart) % 2 == 0,
        PdfFault.SIGNATURE_MALFORMED,
        "expected one hexadecimal string between the signed ranges");
  }

  Digest digest(byte[] file) {
    MessageDigest digest = Digest.newSha256();
    digest.update(file, 0, gapStart);
    digest.update(file, gapEnd, fileSize - gapEnd);
    return new Digest(Bytes.wrap(digest.digest()));
  }

  /** The numbers of {@code /ByteRange}. */
  List<Integer> numbers() {
    return List.of(0, gapStart, gapEnd, fileSize - gapEnd);
  }

  /**
   * The string's bytes: one SEQUENCE, and the zeros that fill its place (ISO 32000-2 §12.8.1). In
   * which way it is encoded is not asked.
   */
  Bytes cms(String file) throws PdfRefused {
    byte[] value = HexFormat.of().parseHex(file, gapStart + 1, gapEnd - 1);
    int end = derEnd(value);
    PdfRefused.unless(end > 0, PdfFault.SIGNATURE_MALFORMED, "expected a DER SEQUENCE");
    for (int i = end; i < value.length; i++) {
      PdfRefused.unless(
          value[i] == 0, PdfFault.SIGNATURE_MALFORMED, "expected only zeros after the signature");
    }
    return Bytes.wrap(value);
  }

  /**
   * Demands the digits that certificates are written with. To be asked last: the files of others
   * may have small ones.
   */
  void requireCapitalDigits(String file) throws PdfRefused {
    PdfRefused.unless(
        file.substring(gapStart, gapEnd).chars().noneMatch(Character::isLowerCase),
        PdfFault.SIGNATURE_REWRITTEN,
        "expected capital hexadecimal digits");
  }

  /** Where the leading SEQUENCE ends, or −1 if there is none of definite length. */
  private static int derEnd(byte[] value) {
    if (value.length < 2 || value[0] != 0x30) {
      return -1;
    }
    int first = value[1] & 0xff;
    int lengthBytes = first < 0x80 ? 0 : first - 0x80;
    if (first == 0x80 || lengthBytes > 3 || value.length < 2 + lengthBytes) {
      return -1;
    }
    int length = first < 0x80 ? first : 0;
    for (int i = 0; i < lengthBytes; i++) {
      length = length << 8 | value[2 + i] & 0xff;
    }
    int end = 2 + lengthBytes + length;
    return end <= value.length ? end : -1;
  }
}
