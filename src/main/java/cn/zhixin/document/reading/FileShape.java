package cn.zhixin.document.reading;

import java.util.regex.Pattern;

/** Beginning and end of a document that was written once (ISO 32000-2 §7.5.2, §7.5.5). */
final class FileShape {
  private static final Pattern HEADER = Pattern.compile("%PDF-(1\\.[0-7]|2\\.0)[\r\n]");
  private static final Pattern END =
      Pattern.compile("startxref(\r\n|\r|\n)[0-9]{1,10}(\r\n|\r|\n)%%EOF(\r\n|\r|\n)?\\z");

  /** What the place of the cross-reference section stands behind. */
  static final String TABLE = "startxref";

  /** Longest text that {@link #END} matches. */
  private static final int END_LENGTH = 32;

  private FileShape() {}

  static void requireHeader(String file) throws PdfRefused {
    PdfRefused.unless(
        HEADER.matcher(file).lookingAt(), PdfFault.NOT_A_PDF, "expected %PDF- at the first byte");
  }

  static void requireEnd(String file) throws PdfRefused {
    String tail = file.substring(Math.max(0, file.length() - END_LENGTH));
    PdfRefused.unless(
        END.matcher(tail).find(), PdfFault.TRUNCATED, "expected startxref, a number, %%EOF at end");
  }

  /** The only cross-reference section is the last one. */
  static void requireWrittenOnce(String file) throws PdfRefused {
    int first = file.indexOf(TABLE);
    PdfRefused.unless(
        first == file.lastIndexOf(TABLE),
        PdfFault.INCREMENTAL_UPDATE,
        "expected one startxref, found another at byte " + first);
  }
}
