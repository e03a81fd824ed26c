package cn.zhixin.verification.bulk;

import cn.zhixin.encoding.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a list by what its bytes are: Excel (.xlsx), or text in columns. */
public final class ListFile {
  /** Bytes of a file. */
  public static final int LARGEST = 8 << 20;

  private static final Bytes ZIP = Bytes.ofHex("504b0304");

  private ListFile() {}

  public static CodeList read(Bytes file) throws MalformedList {
    if (file.size() > LARGEST) {
      throw new MalformedList(ListFault.TOO_LARGE);
    }
    if (file.size() == 0) {
      throw new MalformedList(ListFault.EMPTY);
    }
    TableReading table = new TableReading();
    if (file.size() >= ZIP.size() && file.slice(0, ZIP.size()).equals(ZIP)) {
      new XlsxList(file).read(table);
    } else {
      new CsvList(decoded(file)).read(table);
    }
    return table.end();
  }

  /** UTF-16 with a mark, UTF-8, or what Excel writes on a Chinese machine. */
  private static String decoded(Bytes file) throws MalformedList {
    byte[] bytes = file.unsafeArray();
    boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xfe) == 0xfe;
    List<Charset> candidates =
        wide
            ? List.of(StandardCharsets.UTF_16)
            : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    for (Charset candidate : candidates) {
      try {
        String text = candidate.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (text.indexOf('\0') < 0) {
          return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
      } catch (CharacterCodingException e) {
        continue;
      }
    }
    throw new MalformedList(ListFault.NOT_A_TABLE);
  }
}
