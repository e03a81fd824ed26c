package cn.zhixin.document.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which a document is read and what each part of it is (ISO 32000-1 §14.7, §14.8).
 *
 * <p>Marked content is numbered 0, 1, 2 … on each page, in the order in which it was announced.
 */
final class StructureTree {
  /** A part of the document; its kids in the order of reading. */
  static final class Element {
    private final String type;
    private final List<Element> elements = new ArrayList<>(2);
    private final List<Content> contents = new ArrayList<>(1);
    private String entries;
    private int field = -1;
    private int number;

    private Element(String type, String entries) {
      this.type = type;
      this.entries = entries;
    }

    /** The name that opens its marked content. */
    String type() {
      return type;
    }

    /** Dictionary entries beside the usual ones, such as {@code /Lang(en)}. */
    String entries() {
      return entries;
    }

    void entries(String changed) {
      this.entries = changed;
    }
  }

  private record Content(int page, int number) {}

  private final Element document = new Element("Document", "");
  private final Map<Integer, List<Element>> ofPage = new HashMap<>();
  private Element field = document;

  Element document() {
    return document;
  }

  Element add(Element parent, String type, String entries) {
    Element element = new Element(type, entries);
    parent.elements.add(element);
    return element;
  }

  Element add(Element parent, String type) {
    return add(parent, type, "");
  }

  /**
   * Announces a piece of a page's content.
   *
   * @param page from 0
   * @return the number of the marked content on its page
   */
  int content(Element element, int page) {
    List<Element> all = ofPage.computeIfAbsent(page, any -> new ArrayList<>());
    all.add(element);
    element.contents.add(new Content(page, all.size() - 1));
    return all.size() - 1;
  }

  /** Announces the signature's form field, which is on that page. */
  Element form(String alternative, int page) {
    field = add(document, "Form", "/Alt" + PdfText.string(alternative));
    field.field = page;
    return field;
  }

  /**
   * The entries of a picture: what is read aloud instead, and the rectangle it takes, in points.
   */
  static String figure(String alternative, String boundingBox) {
    return "/Alt"
        + PdfText.string(alternative)
        + "/A<</O/Layout/Placement/Block/BBox"
        + boundingBox
        + ">>";
  }

  /** The widget's key in the parent tree; those of the pages are their numbers from 0. */
  static int widgetKey(int pages) {
    return pages;
  }

  /**
   * Writes the tree; gives the number of its root.
   *
   * @param pages the pages' object numbers
   * @param widget that of the signature's field
   */
  int write(StaticObjects objects, int[] pages, int widget) {
    int root = objects.reserve();
    number(document, objects);
    write(document, root, objects, pages, widget);
    StringBuilder parents = new StringBuilder();
    for (int page = 0; page < pages.length; page++) {
      parents.append(page).append('[');
      for (Element element : ofPage.getOrDefault(page, List.of())) {
        parents.append(element.number).append(" 0 R ");
      }
      parents.append(']');
    }
    objects.object(
        root,
        "<</Type/StructTreeRoot/K["
            + document.number
            + (" 0 R]/ParentTreeNextKey " + (pages.length + 1) + "/ParentTree<</Nums[")
            + parents
            + (widgetKey(pages.length) + " " + field.number + " 0 R]>>>>"));
    return root;
  }

  private static void number(Element element, StaticObjects objects) {
    element.number = objects.reserve();
    for (Element kid : element.elements) {
      number(kid, objects);
    }
  }

  private static void write(
      Element element, int parent, StaticObjects objects, int[] pages, int widget) {
    StringBuilder out = new StringBuilder("<</Type/StructElem/S/").append(element.type);
    out.append("/P ").append(parent).append(" 0 R");
    int page = element.contents.isEmpty() ? element.field : element.contents.get(0).page;
    if (page >= 0) {
      out.append("/Pg ").append(pages[page]).append(" 0 R");
    }
    out.append("/K[");
    if (element.field >= 0) {
      out.append("<</Type/OBJR/Obj ").append(widget);
      out.append(" 0 R/Pg ").append(pages[page]).append(" 0 R>>");
    }
    for (Content content : element.contents) {
      if (content.page == page) {
        out.append(content.number).append(' ');
      } else {
        out.append("<</Type/MCR/Pg ").append(pages[content.page]);
        out.append(" 0 R/MCID ").append(content.number).append(">>");
      }
    }
    for (Element kid : element.elements) {
      out.append(kid.number).append(" 0 R ");
    }
    objects.object(element.number, out.append(']').append(element.entries).append(">>").toString());
    for (Element kid : element.elements) {
      write(kid, element.number, objects, pages, widget);
    }
  }
}
