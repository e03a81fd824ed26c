package cn.zhixin.verification.files.worker;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.files.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Files that are made to take time or memory. */
final class Bombs {
  private Bombs() {}

  static Map<String, Bytes> all() throws IOException {
    Map<String, Bytes> bombs = new LinkedHashMap<>();
    bombs.put("deflated content", content(deflated(zeros(300)), "/Filter/FlateDecode"));
    bombs.put(
        "deflated twice",
        content(deflated(deflated(zeros(800))), "/Filter[/FlateDecode/FlateDecode]"));
    bombs.put("endless drawing", endless());
    bombs.put("huge image", image());
    bombs.put("a tree of pages that bites its tail", pages("3 0 R 2 0 R", "", 2));
    bombs.put("100,000 pages", manyPages());
    bombs.put("a picture of 60,000 by 60,000", png(60_000, 60_000, 1 << 10));
    bombs.put("a picture of many pixels out of few bytes", png(4_400, 4_400, 0));
    bombs.put("a picture cut off", png(300, 300, 0).slice(0, 60));
    bombs.put("a zip", Bytes.wrap(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0}));
    bombs.put(
        "a zip behind a header", SampleFiles.latin1("%PDF-1.7\nPK\u0003\u0004" + "x".repeat(99)));
    bombs.put("a script", pages("3 0 R", "/OpenAction<</S/JavaScript/JS(while\\(true\\){})>>", 1));
    bombs.put(
        "nested arrays", content("[".repeat(2_000_000).getBytes(StandardCharsets.US_ASCII), ""));
    bombs.put(
        "a nested catalog", SampleFiles.latin1("%PDF-1.7\n1 0 obj\n" + "<</A".repeat(500_000)));
    return bombs;
  }

  /** Draws for minutes. */
  static Bytes endless() throws IOException {
    return content(deflated(drawing()), "/Filter/FlateDecode");
  }

  private static byte[] zeros(int megabytes) {
    return new byte[megabytes << 20];
  }

  private static byte[] drawing() {
    return "0 0 800 800 re f 9 w 0 0 m 800 800 l S "
        .repeat(2_000_000)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] deflated(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(content);
    }
    return out.toByteArray();
  }

  private static Bytes pages(String kids, String catalog, int count) {
    return SampleFiles.latin1(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R"
            + catalog
            + ">>\nendobj\n2 0 obj\n<</Type/Pages/Count "
            + count
            + "/Kids["
            + kids
            + "]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]>>"
            + "\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
  }

  private static Bytes manyPages() {
    return pages("3 0 R ".repeat(100_000), "", 100_000);
  }

  private static Bytes content(byte[] stream, String filter) {
    return drawn(
        "4 0 obj\n<<"
            + filter
            + "/Length "
            + stream.length
            + ">>\nstream\n"
            + new String(stream, StandardCharsets.ISO_8859_1)
            + "\nendstream\nendobj\n");
  }

  private static Bytes image() throws IOException {
    byte[] samples = deflated(zeros(600));
    return drawn(
        "4 0 obj\n<</Length 27>>\nstream\n800 0 0 800 0 0 cm /I Do   \nendstream\nendobj\n5 0 obj\n"
            + "<</Subtype/Image/Width 30000/Height 20000/ColorSpace/DeviceGray/BitsPerComponent 8"
            + "/Filter/FlateDecode/Length "
            + samples.length
            + ">>\nstream\n"
            + new String(samples, StandardCharsets.ISO_8859_1)
            + "\nendstream\nendobj\n");
  }

  private static Bytes drawn(String objects) {
    return SampleFiles.latin1(
        "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1"
            + "/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 800]"
            + "/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>\nendobj\n"
            + objects
            + "trailer\n<</Root 1 0 R>>\n%%EOF\n");
  }

  private static Bytes png(int width, int height, int bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array();
    chunk(out, "IHDR", header);
    chunk(out, "IDAT", deflated(new byte[bytes == 0 ? (width + 1) * height : bytes]));
    chunk(out, "IEND", new byte[0]);
    return Bytes.wrap(out.toByteArray());
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.write(ByteBuffer.allocate(4).putInt(data.length).array());
    out.write(name);
    out.write(data);
    out.write(Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(check.getValue()).array(), 4, 8));
  }
}
