package cn.zhixin.bench;

import cn.zhixin.document.DocumentContent;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The naive peer's page: a border, a guilloche, and every field that ours shows, untagged. */
final class NaivePage implements PeerPipeline.Drawing {
  static final int QR_PIXELS = 300;
  static final int QUIET_ZONE = 4;
  static final float WIDTH = 841.89f;
  static final float HEIGHT = 595.28f;
  static final String HEADING = "专业技术职称证书";
  static final String FOOTNOTE = "本证书为电子证书，与纸质证书具有同等效力。请以扫码查验结果为准。";

  /** What stands before a field, by the field's name, from top to bottom. */
  static final Map<String, String> LABELS = labels();

  private static Map<String, String> labels() {
    String[] labels = {
      "holderName", "姓名", "sex", "性别", "birthMonth", "出生年月", "identityNumber", "证件号码",
      "employer", "工作单位", "series", "职称系列", "specialty", "专业", "title", "职称名称",
      "level", "级别", "method", "取得方式", "acquiredOn", "取得时间", "committee", "评审委员会",
      "approvalDocument", "批准文号", "number", "证书编号", "issuedOn", "签发日期", "code", "查验码",
    };
    Map<String, String> byField = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      byField.put(labels[i], labels[i + 1]);
    }
    return Collections.unmodifiableMap(byField);
  }

  private final FontSource regular;
  private final FontSource rare;

  /**
   * With the same font files as ours.
   *
   * @param regular for all text it has the characters of
   * @param rare for the other characters; asked only when there are some
   */
  NaivePage(FontSource regular, FontSource rare) {
    this.regular = regular;
    this.rare = rare;
  }

  @Override
  public PDDocument draw(DocumentContent content) throws Exception {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
    document.addPage(page);
    document.getDocumentInformation().setTitle(content.documentTitle());
    NaiveFonts fonts = new NaiveFonts(document, regular, rare);
    PDImageXObject qr =
        LosslessFactory.createFromImage(
            document, NaiveQr.of(content.qr().text(), QR_PIXELS, QUIET_ZONE));
    try (PDPageContentStream out = new PDPageContentStream(document, page)) {
      texts(out, fonts, content);
      if (content.photo() != null) {
        byte[] photo = content.photo().toArray();
        out.drawImage(
            PDImageXObject.createFromByteArray(document, photo, "photo.jpg"), 620, 290, 110, 141);
      }
      out.drawImage(qr, 630, 100, 88, 88);
    }
    return document;
  }

  private static void texts(PDPageContentStream out, NaiveFonts fonts, DocumentContent content)
      throws IOException {
    ornament(out);
    out.setNonStrokingColor(0f);
    text(out, fonts, 34, 270, 510, HEADING);
    float y = 470;
    for (Map.Entry<String, String> field : LABELS.entrySet()) {
      text(out, fonts, 11, 90, y, field.getValue());
      text(out, fonts, 13, 190, y, content.texts().getOrDefault(field.getKey(), ""));
      y -= 24;
    }
    text(out, fonts, 9, 90, 60, FOOTNOTE);
  }

  private static void ornament(PDPageContentStream out) throws IOException {
    out.setStrokingColor(.75f, .6f, .2f);
    out.setLineWidth(4);
    out.addRect(18, 18, WIDTH - 36, HEIGHT - 36);
    out.stroke();
    out.setStrokingColor(.92f, .88f, .75f);
    out.setLineWidth(.3f);
    for (int curve = 0; curve < 12; curve++) {
      for (int i = 0; i <= 120; i++) {
        double angle = 2 * Math.PI * i / 120;
        double radius = 110 + 30 * Math.sin(9 * angle + curve * Math.PI / 6);
        float x = (float) (WIDTH / 2 + radius * Math.cos(angle));
        float y = (float) (HEIGHT / 2 + radius * Math.sin(angle));
        if (i == 0) {
          out.moveTo(x, y);
        } else {
          out.lineTo(x, y);
        }
      }
      out.stroke();
    }
  }

  private static void text(
      PDPageContentStream out, NaiveFonts fonts, float size, float x, float y, String text)
      throws IOException {
    out.beginText();
    out.newLineAtOffset(x, y);
    PDFont current = fonts.regular();
    out.setFont(current, size);
    StringBuilder run = new StringBuilder();
    for (int character : text.codePoints().toArray()) {
      PDFont font = fonts.of(Character.toString(character));
      if (!font.equals(current)) {
        out.showText(run.toString());
        run.setLength(0);
        out.setFont(font, size);
        current = font;
      }
      run.appendCodePoint(character);
    }
    out.showText(run.toString());
    out.endText();
  }
}
