package cn.zhixin.document.pdf;

import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.font.WoffFile;
import cn.zhixin.document.template.TemplateDrawing;
import java.awt.image.BufferedImage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Draws certificates of a template with PDFBox: the reference that the renderer is compared with.
 *
 * <p>Where a text stands and how large it is, both take from {@link TextFit} and {@link PageSlot};
 * every byte of the file, the fonts' subsets too, is PDFBox's own. Without the seal, which is the
 * signature's appearance and no part of the page. For one thread.
 */
public final class PdfBoxTwin {
  private static final Map<String, byte[]> FONT_FILES = new ConcurrentHashMap<>();

  private final TemplateDrawing drawing;
  private final PageFonts fonts;
  private final Map<String, String> fixedTexts;

  /**
   * @param fixedTexts values by slot that are the same on all certificates, the issuer among them
   */
  public PdfBoxTwin(TemplateDrawing drawing, Map<String, String> fixedTexts) throws Exception {
    this.drawing = drawing;
    this.fonts = PageFonts.load(drawing.manifest(), FontLibrary.bundled());
    this.fixedTexts = Map.copyOf(fixedTexts);
  }

  /**
   * A document that its caller closes; its fonts are parsed anew.
   *
   * @param qr one pixel a module, without a quiet zone
   */
  public PDDocument draw(DocumentContent content, BufferedImage qr) throws Exception {
    PDDocument document = new PDDocument();
    float height = points(drawing.manifest().height());
    PDPage page = new PDPage(new PDRectangle(points(drawing.manifest().width()), height));
    page.getCOSObject().setInt(COSName.STRUCT_PARENTS, 0);
    document.addPage(page);
    document.getDocumentInformation().setTitle(content.documentTitle());
    document.getDocumentCatalog().setLanguage(drawing.manifest().language());
    Map<String, String> texts = new HashMap<>(content.texts());
    texts.putAll(fixedTexts);
    PdfBoxTags tags = new PdfBoxTags(document, page, drawing.manifest().language());
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      PdfBoxText text = new PdfBoxText(out, new PdfBoxFonts(document), fonts);
      PdfBoxPage drawer =
          new PdfBoxPage(document, out, drawing.manifest(), text, tags, texts, content, qr);
      drawer.draw(drawing.page(), height);
    }
    tags.finish();
    return document;
  }

  private static float points(double millimetres) {
    return (float) (millimetres * PageGeometry.POINTS);
  }

  /** The sfnt of a font file that comes with the program. */
  static byte[] fontFile(String file) {
    return FONT_FILES.computeIfAbsent(file, PdfBoxTwin::read);
  }

  private static byte[] read(String file) {
    String path = "fonts/" + file;
    try (InputStream in = PdfBoxTwin.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path + " is not on the class path");
      }
      return WoffFile.toSfnt(in.readAllBytes());
    } catch (IOException | java.util.zip.DataFormatException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
