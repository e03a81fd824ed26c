package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Element;

/**
 * What stands on {@link NaivePage}, as a page of HTML that openhtmltopdf renders: each text a block
 * at its place, pictures as data URIs, the ornament drawn by a few lines of Java where most
 * programs would bring an SVG and the library that reads it. The font is lent to each document,
 * which its builder allows for.
 */
final class HtmlPage implements PeerPipeline.Drawing {
  private static final String FAMILY = "kai";
  private static final int USUAL_WEIGHT = 400;
  private static final FSObjectDrawer GUILLOCHE = new GuillocheDrawer();

  private final FontSource font;

  /**
   * @param font has every character
   */
  HtmlPage(FontSource font) {
    this.font = font;
    XRLog.setLoggingEnabled(false);
  }

  @Override
  public PDDocument draw(DocumentContent content) throws Exception {
    PDDocument document = new PDDocument();
    PdfRendererBuilder builder =
        new PdfRendererBuilder()
            .usePDDocument(document)
            .useFont(
                new PDFontSupplier(font.in(document)), FAMILY, USUAL_WEIGHT, FontStyle.NORMAL, true)
            .useObjectDrawerFactory(new OnlyGuilloches())
            .withHtmlContent(html(content), null);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
    }
    return document;
  }

  private static String html(DocumentContent content) throws Exception {
    StringBuilder html = new StringBuilder(1 << 16);
    html.append("<html><head><title>").append(escape(content.documentTitle()));
    html.append("</title><style>@page{size:")
        .append(NaivePage.WIDTH)
        .append("pt ")
        .append(NaivePage.HEIGHT)
        .append("pt;margin:0}body{margin:0;font-family:")
        .append(FAMILY)
        .append("}div,img,object{position:absolute}div{white-space:nowrap}</style></head><body>");
    html.append("<object type=\"guilloche\" style=\"left:0;top:0;width:")
        .append(NaivePage.WIDTH)
        .append("pt;height:")
        .append(NaivePage.HEIGHT - 1)
        .append("pt\"></object>");
    text(html, 34, 270, 510, NaivePage.HEADING);
    float y = 470;
    for (Map.Entry<String, String> field : NaivePage.LABELS.entrySet()) {
      text(html, 11, 90, y, field.getValue());
      text(html, 13, 190, y, content.texts().getOrDefault(field.getKey(), ""));
      y -= 24;
    }
    text(html, 9, 90, 60, NaivePage.FOOTNOTE);
    if (content.photo() != null) {
      image(html, 620, 290, 110, 141, "image/jpeg", content.photo().toArray());
    }
    BufferedImage qr = NaiveQr.of(content.qr().text(), NaivePage.QR_PIXELS, NaivePage.QUIET_ZONE);
    image(html, 630, 100, 88, 88, "image/png", png(qr));
    return html.append("</body></html>").toString();
  }

  /** At the baseline's place, which for this face lies four fifths of its size below the top. */
  private static void text(StringBuilder html, float size, float x, float y, String text) {
    float top = NaivePage.HEIGHT - y - 0.8f * size;
    html.append(
        String.format(
            Locale.ROOT,
            "<div style=\"left:%.1fpt;top:%.1fpt;font-size:%.0fpt;line-height:1\">",
            x,
            top,
            size));
    html.append(escape(text)).append("</div>");
  }

  private static void image(
      StringBuilder html, float x, float y, float width, float height, String type, byte[] file) {
    float top = NaivePage.HEIGHT - y - height;
    html.append(
        String.format(
            Locale.ROOT,
            "<img alt=\"\" style=\"left:%.1fpt;top:%.1fpt;width:%.0fpt;height:%.0fpt\" src=\"data:%s;base64,",
            x,
            top,
            width,
            height,
            type));
    html.append(Base64.getEncoder().encodeToString(file)).append("\"/>");
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** There is no other object in the page. */
  private static final class OnlyGuilloches implements FSObjectDrawerFactory {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      return GUILLOCHE;
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.getNodeName().equals("object");
    }
  }
}
