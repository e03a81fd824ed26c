package cn.zhixin.document;

import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.pdf.PdfTemplate;
import cn.zhixin.document.template.TemplateDrawing;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A template that was read and checked, not yet bound to an authority. */
public final class DocumentTemplate {
  private final TemplateDrawing drawing;
  private final Map<String, String> sample;
  private final FontLibrary fonts;

  DocumentTemplate(TemplateDrawing drawing, Map<String, String> sample, FontLibrary fonts) {
    this.drawing = drawing;
    this.sample = Map.copyOf(sample);
    this.fonts = fonts;
  }

  /** The name of its folder. */
  public String id() {
    return drawing.manifest().id();
  }

  /** What people call it. */
  public String name() {
    return drawing.manifest().name();
  }

  /** Values by slot that show the layout. */
  public Map<String, String> sample() {
    return sample;
  }

  /** Reads the fonts that the characters of most texts are found in, so that nobody waits later. */
  void readFonts() throws IOException {
    for (Map.Entry<String, List<String>> family : drawing.manifest().fonts().entrySet()) {
      fonts.chain(family.getKey(), family.getValue()).faces().get(0).font();
    }
  }

  /**
   * Compiles it for an authority, whose name goes into the seal and the slot {@code issuer}.
   *
   * @param fixedTexts other values that are the same on all certificates, by slot, such as {@code
   *     address} and {@code issuerEnglish}: they cost nothing per certificate
   * @throws MalformedTemplate if a font file is missing
   * @throws ContentRefused if one of the texts cannot be drawn
   */
  public CompiledTemplate compile(String issuer, Map<String, String> fixedTexts)
      throws MalformedTemplate, ContentRefused {
    Map<String, String> texts = new HashMap<>(fixedTexts);
    texts.put("issuer", issuer);
    return new CompiledTemplate(PdfTemplate.compile(drawing, fonts, issuer, texts));
  }
}
