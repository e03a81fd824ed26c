package cn.zhixin.document.template;

import cn.zhixin.document.MalformedTemplate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A template that was read and found complete: every slot known, present at most once in a variant,
 * and all that the manifest requires.
 *
 * @param page all that is drawn, in millimetres from the upper left corner, y downwards
 */
public record TemplateDrawing(Manifest manifest, Node.Group page) {
  static final String FILE = "template.svg";

  /** Reads {@code manifest.json} and {@code template.svg}. */
  public static TemplateDrawing read(TemplateFiles files) throws IOException, MalformedTemplate {
    Manifest manifest = Manifest.read(files);
    XmlElement root = XmlReader.read(FILE, files.read(FILE));
    TemplateDrawing drawing =
        new TemplateDrawing(manifest, new SvgReader(FILE, manifest).page(root));
    drawing.checkSlots();
    return drawing;
  }

  /** Every node that is drawn with or without a photo, groups before what is in them. */
  public static void walk(Node.Group group, boolean photo, Consumer<Node> visitor) {
    if (!group.condition().holds(photo)) {
      return;
    }
    visitor.accept(group);
    for (Node child : group.children()) {
      if (child instanceof Node.Group inner) {
        walk(inner, photo, visitor);
      } else {
        visitor.accept(child);
      }
    }
  }

  private void checkSlots() throws MalformedTemplate {
    for (boolean photo : new boolean[] {true, false}) {
      List<Slot> slots = slots(photo);
      Set<String> seen = new HashSet<>();
      for (Slot slot : slots) {
        if (!seen.add(slot.name)) {
          throw new MalformedTemplate(FILE, slot.line, "the slot " + slot.name + " is there twice");
        }
      }
      Set<String> wanted = new HashSet<>(manifest.required());
      wanted.add("qr");
      wanted.add("seal");
      if (!photo) {
        wanted.remove("photo");
      }
      for (String name : wanted.stream().sorted().toList()) {
        if (!seen.contains(name)) {
          throw new MalformedTemplate(
              FILE, 0, "the slot " + name + " is missing from the layout " + variant(photo));
        }
      }
      if (!photo && seen.contains("photo")) {
        throw new MalformedTemplate(
            FILE, 0, "the slot photo must stand in a group with data-when=\"photo\"");
      }
      checkLabels(photo, seen);
    }
  }

  private void checkLabels(boolean photo, Set<String> slots) throws MalformedTemplate {
    List<Node.Label> orphans = new ArrayList<>();
    walk(
        page,
        photo,
        node -> {
          if (node instanceof Node.Label label
              && label.labelFor() != null
              && !slots.contains(label.labelFor())) {
            orphans.add(label);
          }
        });
    if (!orphans.isEmpty()) {
      Node.Label label = orphans.get(0);
      throw new MalformedTemplate(
          FILE,
          label.line(),
          "a label for " + label.labelFor() + ", which is not in the layout " + variant(photo));
    }
  }

  private static String variant(boolean photo) {
    return photo ? "with a photo" : "without a photo";
  }

  private record Slot(String name, int line) {}

  private List<Slot> slots(boolean photo) {
    List<Slot> slots = new ArrayList<>();
    walk(
        page,
        photo,
        node -> {
          if (node instanceof Node.TextSlot text) {
            slots.add(new Slot(text.name(), text.line()));
          } else if (node instanceof Node.PictureSlot picture) {
            slots.add(new Slot(SvgReader.nameOf(picture.picture()), picture.line()));
          }
        });
    return slots;
  }
}
