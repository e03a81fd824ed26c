package cn.zhixin.document.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A small ICC profile of sRGB (IEC 61966-2-1), version 4 (ICC.1:2022 §7 to §10), for the output
 * intent.
 */
final class SrgbProfile {
  private static final int HEADER = 128;
  private static final double[] D50 = {0.9642, 1.0, 0.8249};

  private SrgbProfile() {}

  static byte[] bytes() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    tags.put("desc", text("sRGB"));
    tags.put("cprt", text("Public domain"));
    tags.put("wtpt", fixed("XYZ ", D50));
    // The Bradford map from the D65 that sRGB is defined in to the D50 of profiles (§9.2.15).
    tags.put(
        "chad",
        fixed(
            "sf32",
            new double[] {
              1.0478112,
              0.0228866,
              -0.0501270,
              0.0295424,
              0.9904844,
              -0.0170491,
              -0.0092345,
              0.0150436,
              0.7521316
            }));
    tags.put("rXYZ", fixed("XYZ ", new double[] {0.4360747, 0.2225045, 0.0139322}));
    tags.put("gXYZ", fixed("XYZ ", new double[] {0.3850649, 0.7168786, 0.0971045}));
    tags.put("bXYZ", fixed("XYZ ", new double[] {0.1430804, 0.0606169, 0.7141733}));
    byte[] curve = curve();
    tags.put("rTRC", curve);
    tags.put("gTRC", curve);
    tags.put("bTRC", curve);
    return assemble(tags);
  }

  private static byte[] assemble(Map<String, byte[]> tags) {
    int length = HEADER + 4 + 12 * tags.size();
    for (byte[] tag : tags.values()) {
      length += tag.length;
    }
    ByteBuffer out = ByteBuffer.allocate(length);
    header(out, length);
    out.position(HEADER);
    out.putInt(tags.size());
    int offset = HEADER + 4 + 12 * tags.size();
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      out.put(ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
      offset += tag.getValue().length;
    }
    tags.values().forEach(out::put);
    return out.array();
  }

  private static void header(ByteBuffer out, int length) {
    out.putInt(length).putInt(0).putInt(0x04300000);
    out.put(ascii("mntrRGB XYZ "));
    out.putShort((short) 2020).putShort((short) 1).putShort((short) 1);
    out.position(36);
    out.put(ascii("acsp"));
    out.position(68);
    for (double value : D50) {
      out.putInt(s15Fixed16(value));
    }
  }

  /** A multi-localized text with one English record (§10.15). */
  private static byte[] text(String text) {
    byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
    ByteBuffer out = ByteBuffer.allocate(28 + utf16.length + 3 & ~3);
    out.put(ascii("mluc")).putInt(0).putInt(1).putInt(12);
    out.put(ascii("enUS")).putInt(utf16.length).putInt(28).put(utf16);
    return out.array();
  }

  private static byte[] fixed(String type, double[] values) {
    ByteBuffer out = ByteBuffer.allocate(8 + 4 * values.length);
    out.put(ascii(type)).putInt(0);
    for (double value : values) {
      out.putInt(s15Fixed16(value));
    }
    return out.array();
  }

  /** The sRGB transfer function as a parametric curve of type 3 (§10.18). */
  private static byte[] curve() {
    ByteBuffer out = ByteBuffer.allocate(12 + 4 * 5);
    out.put(ascii("para")).putInt(0).putShort((short) 3).putShort((short) 0);
    for (double value : new double[] {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045}) {
      out.putInt(s15Fixed16(value));
    }
    return out.array();
  }

  private static int s15Fixed16(double value) {
    return (int) Math.round(value * 65536);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
