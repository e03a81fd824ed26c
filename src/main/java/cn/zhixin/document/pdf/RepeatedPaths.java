package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.template.PathSink;
import cn.zhixin.document.template.VectorPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes long paths that a page draws again and again out of its content stream, each into a form
 * XObject of its own (ISO 32000-1 §8.10), painted in the colours and widths of where it is used.
 *
 * <p>Deflate codes at most 258 bytes at once: a guilloche of 250 KB leaves 4 KB of repetitions.
 */
final class RepeatedPaths {
  /** Shorter ones cost less where they stand than an object does. */
  private static final int SHORTEST = 300;

  /** Spikes of mitred joins reach as many half line widths (SVG's miter limit). */
  private static final double MITRE = 4;

  /** Where a path's operators stand in the content, painting included. */
  private record Place(int start, int end, Box box) {}

  private final ByteBuilder content;
  private final List<Place> places = new ArrayList<>();
  private final StringBuilder resources = new StringBuilder();

  RepeatedPaths(ByteBuilder content) {
    this.content = content;
  }

  /** Says that a path was just drawn. */
  void drawn(int start, VectorPath path, double strokeWidth) {
    if (content.size() - start >= SHORTEST) {
      Box box = new Box(strokeWidth / 2 * MITRE);
      path.sendTo(box);
      places.add(new Place(start, content.size(), box));
    }
  }

  /** Writes the forms and gives what is left for the page's content stream. */
  byte[] writeForms(StaticObjects objects) {
    Map<String, Integer> uses = new HashMap<>();
    places.forEach(place -> uses.merge(operators(place), 1, Integer::sum));
    Map<String, String> names = new HashMap<>();
    ByteBuilder rest = new ByteBuilder(content.size());
    int from = 0;
    for (Place place : places) {
      String operators = operators(place);
      if (uses.getOrDefault(operators, 0) > 1) {
        rest.append(content.array(), from, place.start() - from);
        String name = names.computeIfAbsent(operators, text -> form(objects, text, place.box()));
        rest.append('/').latin(name).latin(" Do\n");
        from = place.end();
      }
    }
    return rest.append(content.array(), from, content.size() - from).toByteArray();
  }

  /** The entries of the page's XObject resources. */
  String resources() {
    return resources.toString();
  }

  private String operators(Place place) {
    int length = place.end() - place.start();
    return new String(content.array(), place.start(), length, StandardCharsets.ISO_8859_1);
  }

  private String form(StaticObjects objects, String operators, Box box) {
    int number = objects.reserve();
    byte[] bytes = operators.getBytes(StandardCharsets.ISO_8859_1);
    objects.stream(number, "/Type/XObject/Subtype/Form/BBox" + box.rounded(), bytes);
    String name = "S" + number;
    resources.append('/').append(name).append(' ').append(number).append(" 0 R");
    return name;
  }

  /** A rectangle around all points of a path, control points too. */
  private static final class Box implements PathSink {
    private final double margin;
    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;

    Box(double margin) {
      this.margin = margin;
    }

    private void point(double x, double y) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }

    /** Outwards to whole units: what lies outside is cut off. */
    String rounded() {
      return "["
          + ((int) Math.floor(left - margin) + " " + (int) Math.floor(top - margin) + " ")
          + ((int) Math.ceil(right + margin) + " " + (int) Math.ceil(bottom + margin) + "]");
    }

    @Override
    public void moveTo(double x, double y) {
      point(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      point(x, y);
    }

    @Override
    public void curveTo(double x1, double y1, double x2, double y2, double x, double y) {
      point(x1, y1);
      point(x2, y2);
      point(x, y);
    }

    @Override
    public void close() {}
  }
}
