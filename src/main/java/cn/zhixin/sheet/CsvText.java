package cn.zhixin.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text and its encoding: UTF-16 with a byte order mark, UTF-8 with or without one, or GB 18030,
 * found by decoding all of it strictly once.
 */
record CsvText(SheetSource source, Charset charset) {
  private static final char BOM = '\uFEFF';
  private static final int START = 16;

  static CsvText of(SheetSource source) throws IOException, MalformedSheet {
    for (Charset charset : candidates(source)) {
      CsvText text = new CsvText(source, charset);
      Optional<String> start = text.start();
      if (start.isPresent()) {
        requireTable(start.get());
        return text;
      }
    }
    throw new MalformedSheet(SheetFault.NOT_A_TABLE);
  }

  private static void requireTable(String start) throws MalformedSheet {
    if (start.isEmpty()) {
      throw new MalformedSheet(SheetFault.EMPTY);
    }
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
      throw new MalformedSheet(SheetFault.WEB_PAGE);
    }
  }

  private static List<Charset> candidates(SheetSource source) throws IOException {
    byte[] mark;
    try (var content = source.open()) {
      mark = content.readNBytes(2);
    }
    int both = mark.length < 2 ? 0 : (mark[0] & 0xFF) << 8 | mark[1] & 0xFF;
    return switch (both) {
      case 0xFFFE -> List.of(StandardCharsets.UTF_16LE);
      case 0xFEFF -> List.of(StandardCharsets.UTF_16BE);
      default -> List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    };
  }

  /** The first characters that are not blank, in lower case; nothing if it is no text. */
  private Optional<String> start() throws IOException {
    StringBuilder start = new StringBuilder();
    char[] part = new char[1 << 13];
    try (Reader text = open()) {
      for (int n = text.read(part); n >= 0; n = text.read(part)) {
        for (int i = 0; i < n; i++) {
          if (part[i] == 0) {
            return Optional.empty();
          }
          boolean wanted = start.length() < START;
          if (wanted && (start.length() > 0 || !Character.isWhitespace(part[i]))) {
            start.append(part[i]);
          }
        }
      }
      return Optional.of(start.toString().toLowerCase(Locale.ROOT));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** From the first character behind a byte order mark. */
  Reader open() throws IOException {
    // the decoder reports what a charset's name alone would have replaced
    Reader text = new BufferedReader(new InputStreamReader(source.open(), charset.newDecoder()));
    text.mark(1);
    if (text.read() != BOM) {
      text.reset();
    }
    return text;
  }
}
