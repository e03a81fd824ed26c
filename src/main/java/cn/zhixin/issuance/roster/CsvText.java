package cn.zhixin.issuance.roster;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds out a text's encoding by decoding it strictly. */
final class CsvText {
  private static final char BOM = '\uFEFF';
  private static final Charset GB_18030 = Charset.forName("GB18030");

  private CsvText() {}

  /** Decodes UTF-16 with a byte order mark, UTF-8 with or without one, or GB 18030. */
  static String decode(byte[] content) throws MalformedRoster {
    for (Charset charset : candidates(content)) {
      try {
        String text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        if (text.indexOf('\0') < 0) {
          return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        }
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    throw new MalformedRoster(RosterFault.NOT_A_TABLE);
  }

  private static List<Charset> candidates(byte[] content) {
    if (content.length >= 2) {
      int mark = (content[0] & 0xFF) << 8 | content[1] & 0xFF;
      if (mark == 0xFFFE) {
        return List.of(StandardCharsets.UTF_16LE);
      }
      if (mark == 0xFEFF) {
        return List.of(StandardCharsets.UTF_16BE);
      }
    }
    return List.of(StandardCharsets.UTF_8, GB_18030);
  }
}
