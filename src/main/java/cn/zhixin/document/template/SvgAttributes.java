package cn.zhixin.document.template;

import cn.zhixin.document.MalformedTemplate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which attributes an element may have, and the ones it inherits (SVG 2 §6.4). */
final class SvgAttributes {
  private static final Set<String> INHERITED =
      Set.of(
          "fill",
          "fill-rule",
          "stroke",
          "stroke-width",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-dasharray",
          "font-family",
          "font-size",
          "font-weight",
          "letter-spacing",
          "text-anchor");

  private static final Map<String, Set<String>> OWN =
      Map.ofEntries(
          Map.entry("svg", Set.of("width", "height", "viewBox", "version")),
          Map.entry("g", Set.of("data-when")),
          Map.entry("defs", Set.of()),
          Map.entry("use", Set.of("href", "x", "y")),
          Map.entry("path", Set.of("d")),
          Map.entry("rect", Set.of("x", "y", "width", "height", "rx", "ry", "data-field")),
          Map.entry("circle", Set.of("cx", "cy", "r", "data-field")),
          Map.entry("ellipse", Set.of("cx", "cy", "rx", "ry")),
          Map.entry("line", Set.of("x1", "y1", "x2", "y2")),
          Map.entry("polyline", Set.of("points")),
          Map.entry("polygon", Set.of("points")),
          Map.entry(
              "text",
              Set.of(
                  "x",
                  "y",
                  "textLength",
                  "data-role",
                  "data-label-for",
                  "data-field",
                  "data-width",
                  "data-min-size",
                  "data-lines",
                  "data-line-height")),
          Map.entry("title", Set.of()),
          Map.entry("desc", Set.of()));

  private SvgAttributes() {}

  static void check(String file, XmlElement element) throws MalformedTemplate {
    Set<String> own = OWN.get(element.name());
    if (own == null) {
      throw new MalformedTemplate(
          file, element.line(), "<" + element.name() + "> is not allowed in a template");
    }
    Set<String> allowed = new HashSet<>(own);
    allowed.addAll(INHERITED);
    allowed.add("id");
    allowed.add("transform");
    for (String name : element.attributes().keySet()) {
      if (!allowed.contains(name)) {
        throw new MalformedTemplate(
            file, element.line(), name + " is not allowed on <" + element.name() + ">");
      }
    }
  }

  /** What holds inside an element: its own presentation attributes over its parent's. */
  static Map<String, String> inherit(Map<String, String> parent, XmlElement element) {
    Map<String, String> all = new HashMap<>(parent);
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      if (INHERITED.contains(attribute.getKey()) && !attribute.getValue().equals("inherit")) {
        all.put(attribute.getKey(), attribute.getValue());
      }
    }
    return all;
  }
}
