package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.font.GlyphSubset;
import cn.zhixin.document.font.SubsetFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The fonts of the characters that stand in every certificate of a variant. */
final class StaticFonts {
  private static final String DIGITS = "0123456789";

  /** What nearly every value of a slot has: cheaper once in the prefix than each time anew. */
  private static final Map<String, String> USUAL =
      Map.of(
          "birthMonth", DIGITS + "年月",
          "acquiredOn", DIGITS + "年月日",
          "issuedOn", DIGITS + "年月日",
          "identityNumber", DIGITS,
          "number", DIGITS,
          "code", DIGITS,
          "approvalDocument", DIGITS + "号");

  private StaticFonts() {}

  static void addUsualCharacters(List<PageLayer.TextPlace> places) {
    for (PageLayer.TextPlace place : places) {
      PageFace face = place.slot().family().first();
      USUAL
          .getOrDefault(place.slot().name(), "")
          .codePoints()
          .filter(face::has)
          .forEach(c -> face.fixedOrNew().add(c));
    }
  }

  /** Writes all; gives the entries of the font resources, such as {@code /F0 12 0 R}. */
  static String write(StaticObjects objects, List<PageFace> faces) {
    StringBuilder names = new StringBuilder();
    for (PageFace face : faces) {
      GlyphSubset subset = face.fixed();
      if (subset != null) {
        int number = write(objects, new SubsetFont(face.face), subset);
        names.append("/F").append(face.index).append(' ').append(number).append(" 0 R");
      }
    }
    return names.toString();
  }

  private static int write(StaticObjects objects, SubsetFont font, GlyphSubset subset) {
    int typeZero = objects.reserve();
    int cidFont = objects.reserve();
    int descriptor = objects.reserve();
    int fontFile = objects.reserve();
    int toUnicode = objects.reserve();
    ByteBuilder out = new ByteBuilder(1 << 14);
    font.typeZero(out, subset, cidFont, toUnicode);
    objects.object(typeZero, taken(out));
    font.cidFont(out, subset, descriptor);
    objects.object(cidFont, taken(out));
    font.descriptor(out, subset, fontFile);
    objects.object(descriptor, taken(out));
    byte[] file = new SubsetFile().uncompressed(subset);
    objects.stream(fontFile, "/Length1 " + file.length, file);
    font.toUnicode(out, subset);
    objects.stream(toUnicode, "", out.toByteArray());
    return typeZero;
  }

  private static String taken(ByteBuilder out) {
    String text = new String(out.toByteArray(), StandardCharsets.ISO_8859_1);
    out.truncate(0);
    return text;
  }
}
