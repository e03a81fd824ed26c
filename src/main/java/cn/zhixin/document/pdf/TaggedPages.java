package cn.zhixin.document.pdf;

import cn.zhixin.document.buffer.ByteBuilder;
import cn.zhixin.document.pdf.StructureTree.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * The pages of a document that is written from the first to the last: all that is drawn on them
 * belongs to an element of the structure, or is an artifact (ISO 32000-1 §14.8.2.2).
 */
final class TaggedPages {
  /** What repeats on each page and is not read aloud. */
  static final String RUNNING = "<</Type/Pagination>>BDC ";

  private final StructureTree structure = new StructureTree();
  private final List<ByteBuilder> pages = new ArrayList<>();
  private final boolean chinese;
  private int page = -1;

  /**
   * @param language of the document, BCP 47
   */
  TaggedPages(String language) {
    this.chinese = language.startsWith("zh");
  }

  StructureTree structure() {
    return structure;
  }

  void begin() {
    pages.add(new ByteBuilder(8192));
    page = pages.size() - 1;
  }

  /** Goes back to a page that was begun. */
  void turnTo(int earlier) {
    page = earlier;
  }

  /** From 0. */
  int current() {
    return page;
  }

  int count() {
    return pages.size();
  }

  ByteBuilder content(int of) {
    return pages.get(of);
  }

  /** An element within the whole document. */
  Element add(String type) {
    return structure.add(structure.document(), type);
  }

  /** An element for a text, which says its language if that is not the document's. */
  Element add(Element parent, String type, String entries, String text) {
    return structure.add(parent, type, entries + languageOf(text));
  }

  /** What is drawn until {@link #close} belongs to the element. */
  ByteBuilder open(Element element) {
    int number = structure.content(element, page);
    ByteBuilder out = pages.get(page);
    return out.append('/').latin(element.type()).latin("<</MCID ").decimal(number).latin(">>BDC ");
  }

  /** What is drawn until {@link #close} is decoration. */
  ByteBuilder openArtifact() {
    return pages.get(page).latin("/Artifact BMC ");
  }

  /** What is drawn until {@link #close} stands on every page. */
  ByteBuilder openRunning() {
    return pages.get(page).latin("/Artifact").latin(RUNNING);
  }

  void close() {
    pages.get(page).latin("EMC\n");
  }

  /** Names and titles are Chinese in documents of every language. */
  private String languageOf(String text) {
    boolean foreign = !chinese && text.codePoints().anyMatch(Character::isIdeographic);
    return foreign ? "/Lang(zh-CN)" : "";
  }
}
