package cn.zhixin.document;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** What a screen reader gets of a tagged document: its elements in the order of its structure. */
public final class ReadAloud {
  private final Map<COSDictionary, Map<Integer, String>> contents = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private final @Nullable String language;

  private ReadAloud(PDDocument document, @Nullable String language) throws IOException {
    this.language = language;
    for (PDPage page : document.getPages()) {
      PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
      extractor.setSuppressDuplicateOverlappingText(false);
      extractor.processPage(page);
      Map<Integer, String> texts = new HashMap<>();
      extractor.getMarkedContents().forEach(each -> texts.put(each.getMCID(), text(each)));
      contents.put(page.getCOSObject(), texts);
    }
    read(document.getDocumentCatalog().getStructureTreeRoot());
  }

  /**
   * Each element that has content of its own, as {@code TYPE text}; pictures by what replaces them.
   */
  public static List<String> of(Bytes pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      return new ReadAloud(document, null).lines;
    }
  }

  /** Only the elements that say that they are of the language. */
  public static List<String> of(Bytes pdf, String language) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      return new ReadAloud(document, language).lines;
    }
  }

  /** What the signature's field leads back to: the type of the element that has its widget. */
  public static String elementOfField(Bytes pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      PDDocumentCatalog catalog = document.getDocumentCatalog();
      COSDictionary widget = document.getPage(0).getAnnotations().get(0).getCOSObject();
      PDNumberTreeNode parents = catalog.getStructureTreeRoot().getParentTree();
      Object parent = parents.getValue(widget.getInt(COSName.STRUCT_PARENT));
      COSDictionary element =
          (COSDictionary) ((PDParentTreeValue) Objects.requireNonNull(parent)).getCOSObject();
      COSDictionary reference = (COSDictionary) element.getCOSArray(COSName.K).getObject(0);
      return reference.getCOSDictionary(COSName.OBJ) == widget
          ? element.getNameAsString(COSName.S) + " " + widget.getString(COSName.TU)
          : "the widget of another field";
    }
  }

  private static String text(PDMarkedContent content) {
    String actual = content.getActualText();
    if (actual != null) {
      return actual;
    }
    return content.getContents().stream()
        .map(
            each ->
                each instanceof TextPosition position
                    ? position.getUnicode()
                    : each instanceof PDMarkedContent inner ? text(inner) : "")
        .collect(Collectors.joining());
  }

  private void read(PDStructureNode node) {
    StringBuilder own = new StringBuilder();
    boolean has = false;
    for (Object kid : node.getKids()) {
      if (kid instanceof Integer number) {
        has |= own.append(contentOf(((PDStructureElement) node).getPage(), number)) != null;
      } else if (kid instanceof PDMarkedContentReference reference) {
        has |= own.append(contentOf(reference.getPage(), reference.getMCID())) != null;
      } else if (kid instanceof PDObjectReference) {
        has = true;
      }
    }
    if (has
        && node instanceof PDStructureElement element
        && (language == null || language.equals(element.getLanguage()))) {
      String instead = element.getAlternateDescription();
      lines.add(element.getStructureType() + " " + (instead == null ? own : instead));
    }
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        read(element);
      }
    }
  }

  private String contentOf(PDPage page, int number) {
    String text = contents.getOrDefault(page.getCOSObject(), Map.of()).get(number);
    if (text == null) {
      throw new AssertionError("no marked content " + number);
    }
    return text;
  }
}
