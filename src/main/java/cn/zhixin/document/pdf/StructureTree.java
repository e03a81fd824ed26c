package cn.zhixin.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order in which the page is read and what each part of it is (ISO 32000-1 §14.7, §14.8).
 *
 * <p>Marked content is numbered 0, 1, 2 … in the order in which it was announced.
 */
final class StructureTree {
  private static final int PAGE_KEY = 0;
  private static final int WIDGET_KEY = 1;

  private static final class Element {
    final String type;
    final List<Integer> contents = new ArrayList<>();
    String entries = "";

    Element(String type) {
      this.type = type;
    }
  }

  private final List<Element> elements = new ArrayList<>();
  private final List<Element> ofContent = new ArrayList<>();
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
      element = new Element(title ? "H1" : "P");
      element.entries = lang;
      elements.add(element);
      if (slot != null) {
        bySlot.put(slot, element);
      }
    } else if (!element.entries.equals(lang)) {
      element.entries = "";
    }
    return content(element);
  }

  /** Announces a picture with what is read aloud instead, and the rectangle it takes, in points. */
  int figure(String alternative, String boundingBox) {
    Element element = new Element("Figure");
    element.entries =
        "/Alt"
            + PdfText.string(alternative)
            + "/A<</O/Layout/Placement/Block/BBox"
            + boundingBox
            + ">>";
    elements.add(element);
    return content(element);
  }

  /** Announces the signature's form field. */
  void form(String alternative) {
    Element element = new Element("Form");
    element.entries = "/Alt" + PdfText.string(alternative);
    elements.add(element);
  }

  private int content(Element element) {
    int number = ofContent.size();
    ofContent.add(element);
    element.contents.add(number);
    return number;
  }

  /** Writes the tree; gives the number of its root. */
  int write(StaticObjects objects, int page, int widget) {
    int root = objects.reserve();
    int document = objects.reserve();
    Map<Element, Integer> numbers = new HashMap<>();
    StringBuilder kids = new StringBuilder();
    int form = 0;
    for (Element element : elements) {
      int number = objects.reserve();
      numbers.put(element, number);
      kids.append(number).append(" 0 R ");
      StringBuilder contents = new StringBuilder();
      if (element.type.equals("Form")) {
        form = number;
        contents.append("<</Type/OBJR/Obj " + widget + " 0 R/Pg " + page + " 0 R>>");
      }
      for (int content : element.contents) {
        contents.append(content).append(' ');
      }
      objects.object(
          number,
          "<</Type/StructElem/S/"
              + element.type
              + "/P "
              + document
              + " 0 R/Pg "
              + page
              + " 0 R/K["
              + contents
              + "]"
              + element.entries
              + ">>");
    }
    objects.object(document, "<</Type/StructElem/S/Document/P " + root + " 0 R/K[" + kids + "]>>");
    StringBuilder parents = new StringBuilder();
    for (Element element : ofContent) {
      parents.append(numbers.get(element)).append(" 0 R ");
    }
    objects.object(
        root,
        "<</Type/StructTreeRoot/K["
            + document
            + " 0 R]/ParentTreeNextKey 2/ParentTree<</Nums["
            + PAGE_KEY
            + "["
            + parents
            + "]"
            + WIDGET_KEY
            + " "
            + form
            + " 0 R]>>>>");
    return root;
  }
}
