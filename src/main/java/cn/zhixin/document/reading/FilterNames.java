package cn.zhixin.document.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses every filter but FlateDecode and DCTDecode, wherever a parser may take a text for one.
 *
 * <p>The filters' long names stand in no data by chance. Their abbreviations of two or three
 * letters do, in the Base64 of a ledger's proof or the bytes of a photo: those count only where an
 * object or an inline image may be read.
 */
final class FilterNames {
  private static final Pattern LONG =
      Pattern.compile(
          "/(LZWDecode|RunLengthDecode|CCITTFaxDecode|JBIG2Decode|JPXDecode"
              // a predictor makes a buffer of one row
              + "|Columns\\s*\\d{5})");

  /** ISO 32000-2 Table 92; PDFBox takes them in every dictionary. */
  private static final Pattern SHORT =
      Pattern.compile("/F(ilter)?[\\s\\x00\\[]*/(LZW|RL|CCF)(?![^\\s\\x00()<>\\[\\]{}/%])");

  /** Where an object begins; a comment is as good as a space (ISO 32000-2 §7.2.4, §7.3.10). */
  private static final Pattern OBJECT =
      Pattern.compile(
          "\\d(?:[\\s\\x00]|%[^\\r\\n]{0,200})+\\d+(?:[\\s\\x00]|%[^\\r\\n]{0,200})*obj");

  /** The operator that begins an inline image (ISO 32000-2 §8.9.7). */
  private static final Pattern INLINE_IMAGE =
      Pattern.compile("(?<![^\\s\\x00)>\\]}])BI(?![^\\s\\x00/%])");

  /** The first bytes of an object stream: a number, perhaps behind a comment. */
  private static final Pattern OBJECT_STREAM = Pattern.compile("[\\s\\x00]*[%+\\-.\\d]");

  private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
  private static final String KEYWORD = "stream";

  /**
   * @param inflated whether the text came out of a stream and is not the file's own
   */
  void require(String text, boolean inflated) throws PdfRefused {
    String names = unescaped(text);
    boolean refused = LONG.matcher(names).find();
    Matcher abbreviation = SHORT.matcher(names);
    while (!refused && abbreviation.find()) {
      refused = isRead(names, abbreviation.start(), inflated);
    }
    PdfRefused.unless(
        !refused,
        PdfFault.COMPRESSION_REFUSED,
        "a filter other than FlateDecode and DCTDecode, or a wide predictor");
  }

  private static boolean isRead(String text, int at, boolean inflated) {
    if (inflated) {
      return OBJECT_STREAM.matcher(text).lookingAt() || contains(INLINE_IMAGE, text, 0, at);
    }
    // behind the word is data, unless an object is hidden in it to which a table may point
    int stream = text.lastIndexOf(KEYWORD, at);
    return stream < 0
        || text.startsWith("end", stream - 3)
        || contains(OBJECT, text, stream, at)
        || contains(INLINE_IMAGE, text, stream + KEYWORD.length(), at);
  }

  private static boolean contains(Pattern pattern, String text, int from, int to) {
    return pattern.matcher(text).region(from, to).find();
  }

  private static String unescaped(String text) {
    return text.indexOf('#') < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(
                hex -> {
                  char character = (char) Integer.parseInt(hex.group(1), 16);
                  return character == '\\' || character == '$' ? "?" : "" + character;
                });
  }
}
