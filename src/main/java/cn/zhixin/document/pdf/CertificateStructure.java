package cn.zhixin.document.pdf;

import cn.zhixin.document.pdf.StructureTree.Element;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The structure of a certificate's only page: a title, texts, pictures and the seal. */
final class CertificateStructure {
  private static final int PAGE = 0;

  private final StructureTree tree = new StructureTree();
  private final Map<String, Element> bySlot = new HashMap<>();

  /**
   * Announces a piece of text.
   *
   * @param slot texts of one slot share an element; null for an element of its own
   * @param language if it differs from the page's
   * @return the number of the marked content
   */
  int text(boolean title, @Nullable String slot, @Nullable String language) {
    Element element = slot == null ? null : bySlot.get(slot);
    String lang = language == null ? "" : "/Lang(" + language + ")";
    if (element == null) {
      element = tree.add(tree.document(), title ? "H1" : "P", lang);
      if (slot != null) {
        bySlot.put(slot, element);
      }
    } else if (!element.entries().equals(lang)) {
      element.entries("");
    }
    return tree.content(element, PAGE);
  }

  /** Announces a picture with what is read aloud instead, and the rectangle it takes, in points. */
  int figure(String alternative, String boundingBox) {
    String entries = StructureTree.figure(alternative, boundingBox);
    return tree.content(tree.add(tree.document(), "Figure", entries), PAGE);
  }

  /** Announces the signature's form field. */
  void form(String alternative) {
    tree.form(alternative, PAGE);
  }

  /** Writes the tree; gives the number of its root. */
  int write(StaticObjects objects, int page, int widget) {
    return tree.write(objects, new int[] {page}, widget);
  }
}
