package cn.zhixin.document.template;

import cn.zhixin.document.MalformedTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the elements of a template's SVG into nodes; what it does not know is an error. */
final class SvgReader {
  private final String file;
  private final Manifest manifest;
  private final Map<String, XmlElement> byId = new HashMap<>();
  private final Set<String> beingUsed = new HashSet<>();

  SvgReader(String file, Manifest manifest) {
    this.file = file;
    this.manifest = manifest;
  }

  static String nameOf(Node.Picture picture) {
    return picture.name().toLowerCase(Locale.ROOT);
  }

  Node.Group page(XmlElement root) throws MalformedTemplate {
    if (!root.name().equals("svg")) {
      throw fault(root, "the outermost element is <svg>, not <" + root.name() + ">");
    }
    double[] box = numbers(root, root.attribute("viewBox", ""));
    boolean matches =
        box.length == 4
            && box[0] == 0
            && box[1] == 0
            && box[2] == manifest.width()
            && box[3] == manifest.height();
    if (!matches) {
      throw fault(
          root,
          "viewBox must be the manifest's page in millimetres, \"0 0 "
              + manifest.width()
              + " "
              + manifest.height()
              + "\"");
    }
    collectIds(root);
    return group(root, Map.of(), Transform.IDENTITY);
  }

  private void collectIds(XmlElement element) throws MalformedTemplate {
    String id = element.attribute("id", "");
    if (!id.isEmpty() && byId.put(id, element) != null) {
      throw fault(element, "the id " + id + " is given twice");
    }
    for (XmlElement child : element.children()) {
      collectIds(child);
    }
  }

  private Node.Group group(XmlElement element, Map<String, String> outer, Transform transform)
      throws MalformedTemplate {
    SvgAttributes.check(file, element);
    Map<String, String> style = SvgAttributes.inherit(outer, element);
    List<Node> children = new ArrayList<>();
    for (XmlElement child : element.children()) {
      Node node = node(child, style);
      if (node != null) {
        children.add(node);
      }
    }
    return new Node.Group(transform, condition(element), children);
  }

  private Node.Condition condition(XmlElement element) throws MalformedTemplate {
    return switch (element.attribute("data-when", "")) {
      case "" -> Node.Condition.ALWAYS;
      case "photo" -> Node.Condition.WITH_PHOTO;
      case "no-photo" -> Node.Condition.WITHOUT_PHOTO;
      default -> throw fault(element, "data-when is photo or no-photo");
    };
  }

  private @Nullable Node node(XmlElement element, Map<String, String> outer)
      throws MalformedTemplate {
    SvgAttributes.check(file, element);
    checkOwnPaint(element);
    Transform transform = transform(element);
    Node node =
        switch (element.name()) {
          case "title", "desc", "defs" -> null;
          case "g" -> group(element, outer, transform);
          case "use" -> use(element, outer, transform);
          case "svg" -> throw fault(element, "<svg> inside <svg> is not allowed");
          default -> {
            Node plain = leaf(element, SvgAttributes.inherit(outer, element));
            yield transform.isIdentity()
                ? plain
                : new Node.Group(transform, Node.Condition.ALWAYS, List.of(plain));
          }
        };
    return node;
  }

  /** A fault is reported where it stands, not where it is inherited. */
  private void checkOwnPaint(XmlElement element) throws MalformedTemplate {
    try {
      SvgShapes.paint(element.attributes());
    } catch (IllegalArgumentException e) {
      throw fault(element, "<" + element.name() + ">: " + e.getMessage());
    }
  }

  private Node leaf(XmlElement element, Map<String, String> style) throws MalformedTemplate {
    try {
      if (element.name().equals("text")) {
        return new SvgText(file, manifest).read(element, style);
      }
      if (element.has("data-field")) {
        return SvgShapes.picture(element);
      }
      return new Node.Shape(SvgShapes.path(element), SvgShapes.paint(style));
    } catch (IllegalArgumentException e) {
      throw fault(element, "<" + element.name() + ">: " + e.getMessage());
    }
  }

  private Node use(XmlElement element, Map<String, String> outer, Transform transform)
      throws MalformedTemplate {
    String href = element.attribute("href", "");
    XmlElement target = href.startsWith("#") ? byId.get(href.substring(1)) : null;
    if (target == null) {
      throw fault(element, "<use> needs href=\"#id\" of an element in this file");
    }
    if (!beingUsed.add(href)) {
      throw fault(element, href + " uses itself");
    }
    Transform place =
        transform.of(Transform.translation(number(element, "x"), number(element, "y")));
    Node node = node(target, SvgAttributes.inherit(outer, element));
    beingUsed.remove(href);
    return new Node.Group(place, Node.Condition.ALWAYS, node == null ? List.of() : List.of(node));
  }

  private Transform transform(XmlElement element) throws MalformedTemplate {
    try {
      return TransformList.parse(element.attribute("transform", ""));
    } catch (IllegalArgumentException e) {
      throw fault(element, String.valueOf(e.getMessage()));
    }
  }

  private double number(XmlElement element, String attribute) throws MalformedTemplate {
    return numbers(element, element.attribute(attribute, "0"))[0];
  }

  private double[] numbers(XmlElement element, String text) throws MalformedTemplate {
    try {
      return Numbers.list(text);
    } catch (IllegalArgumentException e) {
      throw fault(element, String.valueOf(e.getMessage()));
    }
  }

  private MalformedTemplate fault(XmlElement element, String message) {
    return new MalformedTemplate(file, element.line(), message);
  }
}
