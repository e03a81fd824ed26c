package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;

/**
 * Collects the objects that are the same in every certificate: streams one after another, all other
 * objects in one object stream (ISO 32000-1 §7.5.7).
 */
final class StaticObjects {
  private final ByteBuilder out = new ByteBuilder(1 << 17);
  private final XrefRows xref = new XrefRows();
  private final Map<Integer, String> dictionaries = new TreeMap<>();

  StaticObjects() {
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
    byte[] deflated = deflate(content);
    xref.atOffset(number, out.size());
    out.latin(number + " 0 obj\n<<" + entries + "/Filter/FlateDecode/Length " + deflated.length);
    out.latin(">>\nstream\n").append(deflated).latin("\nendstream\nendobj\n");
  }

  /** Writes the object stream; no other object may follow it. */
  void writeDictionaries() {
    int stream = reserve();
    StringBuilder heading = new StringBuilder();
    StringBuilder body = new StringBuilder();
    int index = 0;
    for (Map.Entry<Integer, String> object : dictionaries.entrySet()) {
      xref.inStream(object.getKey(), stream, index++);
      heading.append(object.getKey()).append(' ').append(body.length()).append(' ');
      body.append(object.getValue()).append('\n');
    }
    byte[] content = (heading.toString() + body).getBytes(StandardCharsets.ISO_8859_1);
    stream(stream, "/Type/ObjStm/N " + index + "/First " + heading.length(), content);
  }

  XrefRows xref() {
    return xref;
  }

  /** What was written so far; more may be appended. */
  ByteBuilder out() {
    return out;
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
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
