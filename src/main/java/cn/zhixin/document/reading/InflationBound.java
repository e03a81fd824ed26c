package cn.zhixin.document.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses files that would grow without bound when their streams are decoded, by inflating every
 * place where a stream may begin with a budget for all of them together.
 *
 * <p>What a stream inflates to is tried again, because a stream may be deflated several times over.
 * The other compressing filters are refused by name: certificates have none.
 */
final class InflationBound {
  private static final String KEYWORD = "stream";
  private static final int ZLIB_HEADER = 2;
  private static final int MAXIMUM_STREAMS = 500;
  private static final int MAXIMUM_DEPTH = 6;

  /** Random bytes inflate to a few others now and then; that far they do not get. */
  private static final int ACCIDENTAL = 1024;

  private final FilterNames names = new FilterNames();
  private final byte[] chunk = new byte[8192];
  private long left;

  /** For a file that may inflate to so many bytes in all. */
  InflationBound(long budget) {
    this.left = budget;
  }

  void require(byte[] bytes, String file) throws PdfRefused {
    names.require(file, false);
    int streams = 0;
    for (int at = file.indexOf(KEYWORD); at >= 0; at = file.indexOf(KEYWORD, at + 1)) {
      if (!file.startsWith("end", at - 3)) {
        PdfRefused.unless(
            ++streams <= MAXIMUM_STREAMS, PdfFault.INFLATES_TOO_FAR, "too many streams");
        requireBounded(bytes, start(file, at + KEYWORD.length()));
      }
    }
  }

  /** Inflates a stream, then what it inflates to, until nothing more comes of it. */
  private void requireBounded(byte[] bytes, int start) throws PdfRefused {
    byte[] inflated = inflate(bytes, start);
    for (int depth = 1; inflated.length > ZLIB_HEADER; depth++) {
      PdfRefused.unless(
          depth <= MAXIMUM_DEPTH || inflated.length < ACCIDENTAL,
          PdfFault.INFLATES_TOO_FAR,
          "a stream deflated more than " + MAXIMUM_DEPTH + " times");
      names.require(new String(inflated, StandardCharsets.ISO_8859_1), true);
      inflated = inflate(inflated, 0);
    }
  }

  /** Where a lenient parser would let the stream's data begin. */
  private static int start(String file, int afterKeyword) {
    int at = afterKeyword;
    while (at < file.length() && file.charAt(at) == ' ') {
      at++;
    }
    if (at < file.length() && file.charAt(at) == '\r') {
      at++;
    }
    return at < file.length() && file.charAt(at) == '\n' ? at + 1 : at;
  }

  private byte[] inflate(byte[] bytes, int from) throws PdfRefused {
    ByteArrayOutputStream inflated = new ByteArrayOutputStream();
    int start = Math.min(bytes.length, from + ZLIB_HEADER);
    // the header is not looked at, as PDFBox does not
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes, start, bytes.length - start);
      int count = inflater.inflate(chunk);
      while (count > 0) {
        left -= count;
        PdfRefused.unless(left >= 0, PdfFault.INFLATES_TOO_FAR, "streams inflate beyond the bound");
        inflated.write(chunk, 0, count);
        count = inflater.inflate(chunk);
      }
    } catch (DataFormatException e) {
      // not deflated, or damaged: what came out before is all that a parser gets
    } finally {
      inflater.end();
    }
    return inflated.toByteArray();
  }
}
