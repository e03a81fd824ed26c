package cn.zhixin.verification.web;

import java.util.Arrays;

/** Reads {@code If-None-Match} (RFC 9110 §13.1.2), which compares weakly. */
public final class EntityTags {
  private EntityTags() {}

  /**
   * @param known the header's value: tags separated by commas; {@code *} is not taken for a match,
   *     since whoever knows no tag has nothing to keep
   */
  public static boolean matches(String known, String tag) {
    String wanted = strong(tag);
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .map(EntityTags::strong)
        .anyMatch(wanted::equals);
  }

  private static String strong(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
