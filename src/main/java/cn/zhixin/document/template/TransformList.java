package cn.zhixin.document.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code transform} attribute of SVG 1.1 (§7.6). */
final class TransformList {
  private static final Pattern FUNCTION = Pattern.compile("\\s*([a-zA-Z]+)\\s*\\(([^)]*)\\)\\s*,?");

  private TransformList() {}

  /** Throws IllegalArgumentException with a sentence about what is wrong. */
  static Transform parse(String text) {
    Transform all = Transform.IDENTITY;
    Matcher matcher = FUNCTION.matcher(text);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      all = all.of(function(matcher.group(1), Numbers.list(matcher.group(2))));
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException("cannot read the transform \"" + text + "\"");
    }
    return all;
  }

  private static Transform function(String name, double[] n) {
    if (name.equals("translate") && (n.length == 1 || n.length == 2)) {
      return Transform.translation(n[0], n.length == 2 ? n[1] : 0);
    }
    if (name.equals("scale") && (n.length == 1 || n.length == 2)) {
      return Transform.scaling(n[0], n.length == 2 ? n[1] : n[0]);
    }
    if (name.equals("rotate") && n.length == 1) {
      return Transform.rotation(n[0]);
    }
    if (name.equals("rotate") && n.length == 3) {
      return Transform.translation(n[1], n[2])
          .of(Transform.rotation(n[0]))
          .of(Transform.translation(-n[1], -n[2]));
    }
    if (name.equals("matrix") && n.length == 6) {
      return new Transform(n[0], n[1], n[2], n[3], n[4], n[5]);
    }
    throw new IllegalArgumentException(
        "expected translate, scale, rotate or matrix, found "
            + name
            + " with "
            + n.length
            + " numbers");
  }
}
