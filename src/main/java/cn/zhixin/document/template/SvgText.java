package cn.zhixin.document.template;

import cn.zhixin.document.MalformedTemplate;
import java.util.List;
import java.util.Map;

/**
 * Text elements: labels and text slots.
 *
 * <p>Faults are IllegalArgumentExceptions with a sentence for the template's author.
 */
final class SvgText {
  private static final double USUAL_LINE_HEIGHT = 1.25;

  private final String file;
  private final Manifest manifest;

  SvgText(String file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  Node read(XmlElement element, Map<String, String> style) throws MalformedTemplate {
    if (!element.children().isEmpty()) {
      throw new MalformedTemplate(
          file,
          element.children().get(0).line(),
          "a <text> is a single run without elements inside");
    }
    boolean title =
        switch (element.attribute("data-role", "")) {
          case "" -> false;
          case "title" -> true;
          default -> throw new IllegalArgumentException("data-role is title or absent");
        };
    double x = SvgShapes.number(element, "x");
    double y = SvgShapes.number(element, "y");
    TextStyle textStyle = style(style);
    if (element.has("data-field")) {
      return slot(element, textStyle, x, y, title);
    }
    String text = element.text().strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("no text and no data-field");
    }
    return new Node.Label(
        text,
        textStyle,
        x,
        y,
        SvgShapes.number(element, "textLength"),
        title,
        element.has("data-label-for") ? element.attribute("data-label-for", "") : null,
        element.line());
  }

  private Node slot(XmlElement element, TextStyle style, double x, double y, boolean title) {
    String name = element.attribute("data-field", "");
    if (!KnownSlots.TEXTS.contains(name)) {
      throw new IllegalArgumentException("there is no text slot " + name);
    }
    double width = SvgShapes.number(element, "data-width");
    if (!(width > 0)) {
      throw new IllegalArgumentException("the slot " + name + " needs its data-width");
    }
    double smallest = Numbers.one(element.attribute("data-min-size", String.valueOf(style.size())));
    int lines = (int) Numbers.one(element.attribute("data-lines", "1"));
    double lineHeight =
        Numbers.one(element.attribute("data-line-height", String.valueOf(USUAL_LINE_HEIGHT)));
    if (!(smallest > 0) || smallest > style.size() || lines < 1 || lineHeight < 1) {
      throw new IllegalArgumentException(
          "data-min-size goes up to font-size, data-lines and data-line-height start at 1");
    }
    return new Node.TextSlot(
        name, style, x, y, width, smallest, lines, lineHeight, title, element.line());
  }

  private TextStyle style(Map<String, String> style) {
    String fill = style.getOrDefault("fill", "black");
    return new TextStyle(
        family(style),
        Numbers.one(style.getOrDefault("font-size", "0")),
        Numbers.one(style.getOrDefault("letter-spacing", "0")),
        TextStyle.Anchor.valueOf(
            SvgShapes.upper(
                SvgShapes.oneOf(style, "text-anchor", "start", List.of("start", "middle", "end")))),
        Colour.parse(fill));
  }

  /** The first name is the manifest's; what follows is for browsers. */
  private String family(Map<String, String> style) {
    String first = style.getOrDefault("font-family", "").split(",")[0].strip();
    String plain = first.replace("'", "").replace("\"", "");
    String weight = style.getOrDefault("font-weight", "normal");
    boolean bold = weight.equals("bold") || weight.matches("[6-9]00");
    String family = bold && !plain.endsWith("-bold") ? plain + "-bold" : plain;
    if (!manifest.fonts().containsKey(family)) {
      throw new IllegalArgumentException(
          "the manifest has no font family \""
              + family
              + "\"; it has "
              + manifest.fonts().keySet());
    }
    return family;
  }
}
