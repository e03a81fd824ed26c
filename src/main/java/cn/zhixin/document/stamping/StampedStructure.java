package cn.zhixin.document.stamping;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The structure of a stamped copy (ISO 32000-1 §14.7): first the stamp, so that whoever listens
 * knows at once that this is a copy, then the certificate's own elements as they were issued. The
 * seal, which was a signature's field there, is a picture here.
 */
final class StampedStructure {
  /** The widget's key in the parent tree; the page's is 0. */
  static final int WIDGET_KEY = 1;

  private final COSDictionary page;
  private final COSDictionary root;
  private final COSDictionary document;
  private final COSArray ofPage;
  private final COSDictionary seal;
  private final List<COSDictionary> stamp = new ArrayList<>();

  /** Of a certificate as this program writes it: one page, whose last element is the seal's. */
  StampedStructure(PDDocument certificate) {
    page = certificate.getPage(0).getCOSObject();
    root = certificate.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
    document = (COSDictionary) root.getCOSArray(COSName.K).getObject(0);
    COSArray parents = root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS);
    ofPage = (COSArray) parents.getObject(1);
    seal = (COSDictionary) parents.getObject(3);
    if (parents.size() != 4 || page.getInt(COSName.STRUCT_PARENTS) != 0) {
      throw new IllegalArgumentException("the structure is not that of a certificate of ours");
    }
  }

  /** A line of the stamp; gives the number of its marked content. */
  int line() {
    return content(stampElement("P"));
  }

  /** A picture of the stamp. */
  int figure(String alternative, Box box) {
    COSDictionary figure = stampElement("Figure");
    figure.setString(COSName.ALT, alternative);
    figure.setItem(COSName.A, layout(box));
    return content(figure);
  }

  /** Makes the seal a picture at its place; what is said of it stays. */
  int seal(Box box) {
    seal.setName(COSName.S, "Figure");
    seal.setItem(COSName.A, layout(box));
    seal.removeItem(COSName.K);
    return content(seal);
  }

  private COSDictionary stampElement(String type) {
    COSDictionary element = element(type);
    stamp.add(element);
    return element;
  }

  private COSDictionary element(String type) {
    COSDictionary element = new COSDictionary();
    element.setItem(COSName.TYPE, COSName.getPDFName("StructElem"));
    element.setName(COSName.S, type);
    element.setItem(COSName.P, document);
    element.setItem(COSName.PG, page);
    return element;
  }

  private int content(COSDictionary element) {
    int number = ofPage.size();
    ofPage.add(element);
    COSArray kids = new COSArray();
    kids.add(COSInteger.get(number));
    element.setItem(COSName.K, kids);
    return number;
  }

  /**
   * Puts the stamp before the certificate and the copy's own signature after it.
   *
   * @param lifted how far the certificate's page was moved up, in points
   */
  void finish(COSDictionary widget, String signature, double lifted) {
    COSArray kids = new COSArray();
    stamp.forEach(kids::add);
    for (COSBase kid : document.getCOSArray(COSName.K)) {
      kids.add(kid);
      lift((COSDictionary) (kid instanceof COSObject object ? object.getObject() : kid), lifted);
    }
    COSDictionary form = element("Form");
    form.setString(COSName.ALT, signature);
    COSDictionary reference = new COSDictionary();
    reference.setName(COSName.TYPE, "OBJR");
    reference.setItem(COSName.OBJ, widget);
    reference.setItem(COSName.PG, page);
    COSArray only = new COSArray();
    only.add(reference);
    form.setItem(COSName.K, only);
    kids.add(form);
    document.setItem(COSName.K, kids);
    root.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.NUMS).set(3, form);
  }

  private void lift(COSDictionary element, double by) {
    COSDictionary layout = element == seal ? null : element.getCOSDictionary(COSName.A);
    COSArray box = layout == null ? null : layout.getCOSArray(COSName.BBOX);
    for (int i = 1; box != null && i < box.size(); i += 2) {
      box.set(i, new COSFloat((float) (((COSNumber) box.getObject(i)).floatValue() + by)));
    }
  }

  private static COSDictionary layout(Box box) {
    COSDictionary layout = new COSDictionary();
    layout.setName(COSName.O, "Layout");
    layout.setName(COSName.getPDFName("Placement"), "Block");
    PDRectangle rectangle =
        new PDRectangle(
            (float) box.left(), (float) box.bottom(), (float) box.width(), (float) box.height());
    layout.setItem(COSName.BBOX, rectangle);
    return layout;
  }
}
