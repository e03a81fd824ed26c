package cn.zhixin.document.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Basic shapes and their paint (SVG 2 §10, §13).
 *
 * <p>Faults are IllegalArgumentExceptions with a sentence for the template's author.
 */
final class SvgShapes {
  private SvgShapes() {}

  static VectorPath path(XmlElement element) {
    return switch (element.name()) {
      case "path" -> PathData.parse(element.attribute("d", ""));
      case "rect" -> rectangle(element);
      case "circle" -> {
        double r = required(element, "r");
        yield VectorPath.ellipse(number(element, "cx"), number(element, "cy"), r, r);
      }
      case "ellipse" ->
          VectorPath.ellipse(
              number(element, "cx"),
              number(element, "cy"),
              required(element, "rx"),
              required(element, "ry"));
      case "line" -> {
        VectorPath path = new VectorPath();
        path.moveTo(number(element, "x1"), number(element, "y1"));
        path.lineTo(number(element, "x2"), number(element, "y2"));
        yield path;
      }
      case "polyline", "polygon" -> polygon(element);
      default -> throw new IllegalArgumentException("not a shape");
    };
  }

  private static VectorPath rectangle(XmlElement element) {
    double width = required(element, "width");
    double height = required(element, "height");
    double rx = Numbers.one(element.attribute("rx", element.attribute("ry", "0")));
    double ry = Numbers.one(element.attribute("ry", element.attribute("rx", "0")));
    return VectorPath.rounded(
        number(element, "x"),
        number(element, "y"),
        width,
        height,
        Math.min(rx, width / 2),
        Math.min(ry, height / 2));
  }

  private static VectorPath polygon(XmlElement element) {
    double[] points = Numbers.list(element.attribute("points", ""));
    if (points.length < 4 || points.length % 2 != 0) {
      throw new IllegalArgumentException("points needs at least two pairs");
    }
    VectorPath path = new VectorPath();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    if (element.name().equals("polygon")) {
      path.close();
    }
    return path;
  }

  static Paint paint(Map<String, String> style) {
    String fill = style.getOrDefault("fill", "black");
    String stroke = style.getOrDefault("stroke", "none");
    String dashes = style.getOrDefault("stroke-dasharray", "none");
    List<Double> lengths = new ArrayList<>();
    if (!dashes.equals("none")) {
      for (double length : Numbers.list(dashes)) {
        lengths.add(length);
      }
    }
    return new Paint(
        fill.equals("none") ? null : Colour.parse(fill),
        oneOf(style, "fill-rule", "nonzero", List.of("nonzero", "evenodd")).equals("evenodd"),
        stroke.equals("none") ? null : Colour.parse(stroke),
        Numbers.one(style.getOrDefault("stroke-width", "1")),
        Paint.LineCap.valueOf(
            upper(oneOf(style, "stroke-linecap", "butt", List.of("butt", "round", "square")))),
        Paint.LineJoin.valueOf(
            upper(oneOf(style, "stroke-linejoin", "miter", List.of("miter", "round", "bevel")))),
        lengths);
  }

  static Node.PictureSlot picture(XmlElement element) {
    String name = element.attribute("data-field", "");
    if (!KnownSlots.PICTURES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no picture slot " + name + "; there are photo, qr and seal");
    }
    Node.Picture picture = Node.Picture.valueOf(upper(name));
    if (element.name().equals("circle")) {
      double r = required(element, "r");
      return new Node.PictureSlot(
          picture,
          number(element, "cx") - r,
          number(element, "cy") - r,
          2 * r,
          2 * r,
          element.line());
    }
    return new Node.PictureSlot(
        picture,
        number(element, "x"),
        number(element, "y"),
        required(element, "width"),
        required(element, "height"),
        element.line());
  }

  static String oneOf(Map<String, String> style, String name, String initial, List<String> values) {
    String value = style.getOrDefault(name, initial);
    if (!values.contains(value)) {
      throw new IllegalArgumentException(name + " is one of " + values + ", not " + value);
    }
    return value;
  }

  static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  static double number(XmlElement element, String attribute) {
    return Numbers.one(element.attribute(attribute, "0"));
  }

  private static double required(XmlElement element, String attribute) {
    double value = number(element, attribute);
    if (!(value > 0)) {
      throw new IllegalArgumentException(attribute + " must be above zero");
    }
    return value;
  }
}
