package cn.zhixin.document.pdf;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;

/** The tags of a certificate's page, kept by PDFBox: a label and its value are one element. */
final class PdfBoxTags {
  private final PDPage page;
  private final String language;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement document = new PDStructureElement("Document", root);
  private final Map<String, PDStructureElement> bySlot = new HashMap<>();
  private final COSArray parents = new COSArray();

  PdfBoxTags(PDDocument document, PDPage page, String language) {
    this.page = page;
    this.language = language;
    document.getDocumentCatalog().setStructureTreeRoot(root);
    root.appendKid(this.document);
  }

  /** Gives the number of the marked content. */
  int label(boolean title, @Nullable String slot, String text) {
    boolean latin = text.codePoints().allMatch(c -> c < 0x2E80) && text.matches(".*[A-Za-z]{2}.*");
    return text(title, slot, latin && !language.startsWith("en") ? "en" : null);
  }

  int slot(boolean title, String slot) {
    return text(title, slot, slot.endsWith("English") ? "en" : null);
  }

  private int text(boolean title, @Nullable String slot, @Nullable String spoken) {
    PDStructureElement element = slot == null ? null : bySlot.get(slot);
    if (element == null) {
      element = new PDStructureElement(title ? "H1" : "P", document);
      if (spoken != null) {
        element.setLanguage(spoken);
      }
      document.appendKid(element);
      if (slot != null) {
        bySlot.put(slot, element);
      }
    } else if (!Objects.equals(element.getLanguage(), spoken)) {
      element.getCOSObject().removeItem(COSName.LANG);
    }
    return content(element);
  }

  int figure(String alternative) {
    PDStructureElement element = new PDStructureElement("Figure", document);
    element.setAlternateDescription(alternative);
    document.appendKid(element);
    return content(element);
  }

  private int content(PDStructureElement element) {
    element.setPage(page);
    parents.add(element.getCOSObject());
    element.appendKid(parents.size() - 1);
    return parents.size() - 1;
  }

  void finish() {
    COSArray numbers = new COSArray();
    numbers.add(COSInteger.ZERO);
    numbers.add(parents);
    COSDictionary tree = new COSDictionary();
    tree.setItem(COSName.NUMS, numbers);
    root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
  }
}
