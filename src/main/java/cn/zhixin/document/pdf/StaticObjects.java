package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Collects the objects of a template, or of a whole report: streams one after another, all other
 * objects in object streams (ISO 32000-1 §7.5.7).
 */
final class StaticObjects {
  /** A reader that wants one object inflates all of its stream. */
  private static final int OBJECTS_A_STREAM = 4096;

  private final int effort;
  private final ByteBuilder out = new ByteBuilder(1 << 17);
  private final XrefRows xref = new XrefRows();
  private final Map<Integer, String> dictionaries = new TreeMap<>();

  /** For what is written once and copied into every certificate: as small as can be. */
  StaticObjects() {
    this(Deflater.BEST_COMPRESSION);
  }

  /**
   * @param effort of compression, as {@link Deflater} counts it
   */
  StaticObjects(int effort) {
    this.effort = effort;
    // Bytes above 127 in the second line tell file transfers that this is binary (§7.5.2).
    out.latin("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
  }

  int reserve() {
    return xref.reserve();
  }

  /** An object that is not a stream. */
  void object(int number, String content) {
    dictionaries.put(number, content);
  }

  int object(String content) {
    int number = reserve();
    object(number, content);
    return number;
  }

  /** A stream, compressed. */
  void stream(int number, String entries, byte[] content) {
    byte[] deflated = deflate(content, effort);
    xref.atOffset(number, out.size());
    out.latin(number + " 0 obj\n<<" + entries + "/Filter/FlateDecode/Length " + deflated.length);
    out.latin(">>\nstream\n").append(deflated).latin("\nendstream\nendobj\n");
  }

  /** Writes the object streams; no other object may follow them. */
  void writeDictionaries() {
    List<Map.Entry<Integer, String>> all = List.copyOf(dictionaries.entrySet());
    for (int from = 0; from < all.size(); from += OBJECTS_A_STREAM) {
      writeDictionaries(all.subList(from, Math.min(all.size(), from + OBJECTS_A_STREAM)));
    }
  }

  private void writeDictionaries(List<Map.Entry<Integer, String>> some) {
    int stream = reserve();
    StringBuilder heading = new StringBuilder();
    StringBuilder body = new StringBuilder();
    int index = 0;
    for (Map.Entry<Integer, String> object : some) {
      xref.inStream(object.getKey(), stream, index++);
      heading.append(object.getKey()).append(' ').append(body.length()).append(' ');
      body.append(object.getValue()).append('\n');
    }
    byte[] content = heading.append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    int first = content.length - body.length();
    stream(stream, "/Type/ObjStm/N " + index + "/First " + first, content);
  }

  XrefRows xref() {
    return xref;
  }

  /** What was written so far; more may be appended. */
  ByteBuilder out() {
    return out;
  }

  static byte[] deflate(byte[] content, int effort) {
    Deflater deflater = new Deflater(effort);
    try {
      deflater.setInput(content);
      deflater.finish();
      ByteBuilder out = new ByteBuilder(content.length / 2 + 64);
      byte[] block = new byte[8192];
      while (!deflater.finished()) {
        out.append(block, 0, deflater.deflate(block));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }
}
