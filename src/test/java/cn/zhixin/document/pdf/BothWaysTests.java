package cn.zhixin.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.zhixin.document.Certificates;
import cn.zhixin.document.DocumentContent;
import cn.zhixin.document.DocumentRenderer;
import cn.zhixin.document.DocumentTemplates;
import cn.zhixin.document.EchoSigner;
import cn.zhixin.document.ReadAloud;
import cn.zhixin.document.qr.QrEncoder;
import cn.zhixin.document.qr.QrSymbol;
import cn.zhixin.document.template.TemplateDrawing;
import cn.zhixin.encoding.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same certificate by our renderer and by PDFBox: pictures, texts, tags and fonts. */
class BothWaysTests {
  private static final String ADDRESS = "https://zc.weihai.example";
  private static final Map<String, String> FIXED =
      Map.of("address", ADDRESS, "issuer", Certificates.ISSUER);
  private static final int DPI = 110;

  /** Of 255; what an edge may shift its grey by when numbers are rounded in other places. */
  private static final int TOLERANCE = 48;

  private static final double SHARE_OF_ODD_PIXELS = 0.0002;

  /** One for each template, as in life: nothing of a certificate may show in the next. */
  private static final Map<String, DocumentRenderer> RENDERERS = new HashMap<>();

  /** A template, the kind of a certificate, and its content. */
  static List<Arguments> certificates() {
    Map<String, Supplier<DocumentContent>> contents =
        Map.of(
            "ordinary", () -> Certificates.content(Certificates.photo()),
            "without a photo", () -> Certificates.content(null),
            "with an empty value", () -> Certificates.content(null, "employer", ""),
            "longest", () -> Certificates.content(Certificates.photo(), Certificates.longest()),
            "rarest", () -> Certificates.content(Certificates.photo(), rarest()),
            "several fonts in one line",
                () ->
                    Certificates.content(
                        null,
                        "holderName",
                        "王𬭎Zoë﨑𰻝〇龑é",
                        "title",
                        "高级𬬻ﾊﾛ工程师№5",
                        "employer",
                        "㛃岳·Weihai Haiyue（𠅤）½有限公司"));
    List<Arguments> all = new ArrayList<>();
    for (String template :
        List.of("official-landscape", "official-landscape-bilingual", "plain-landscape")) {
      contents.forEach((name, content) -> all.add(Arguments.of(template, name, content.get())));
    }
    return all;
  }

  /** Each slot full of characters that no usual font has. */
  private static String[] rarest() {
    List<String> values = new ArrayList<>();
    for (String slot : Certificates.texts().keySet()) {
      values.add(slot);
      values.add("𬭎𬬻𬱖㛃龑䶮𠅤𫖯");
    }
    return values.toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("certificates")
  void areTheSame(String template, String kind, DocumentContent content) throws Exception {
    Path folder = folder(template);
    Bytes ours = ours(folder, template, content);
    Bytes theirs = theirs(folder.resolve(template), content);

    assertThat(tags(ours, null)).isEqualTo(tags(theirs, null)).isNotEmpty();
    assertThat(tags(ours, "en")).isEqualTo(tags(theirs, "en"));
    try (PDDocument our = Loader.loadPDF(ours.toArray());
        PDDocument their = Loader.loadPDF(theirs.toArray())) {
      sameGlyphs(ShownGlyphs.of(our.getPage(0)), ShownGlyphs.of(their.getPage(0)));
      samePicture(picture(our), picture(their));
    }
  }

  private static Path folder(String template) {
    return template.startsWith("plain")
        ? Path.of("src/test/resources/document-templates")
        : Path.of("templates");
  }

  private static Bytes ours(Path folder, String template, DocumentContent content)
      throws Exception {
    DocumentRenderer renderer = RENDERERS.get(template);
    if (renderer == null) {
      renderer =
          DocumentTemplates.in(folder)
              .load(template)
              .compile(Certificates.ISSUER, Map.of("address", ADDRESS))
              .newRenderer(new EchoSigner());
      RENDERERS.put(template, renderer);
    }
    return renderer.render(content).pdf();
  }

  private static Bytes theirs(Path folder, DocumentContent content) throws Exception {
    TemplateDrawing drawing =
        TemplateDrawing.read(file -> Files.readAllBytes(folder.resolve(file)));
    QrSymbol symbol = new QrEncoder().encode(content.qr());
    BufferedImage qr =
        new BufferedImage(symbol.size(), symbol.size(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < symbol.size(); y++) {
      for (int x = 0; x < symbol.size(); x++) {
        qr.setRGB(x, y, symbol.isDark(x, y) ? 0 : 0xFFFFFF);
      }
    }
    try (PDDocument document = new PdfBoxTwin(drawing, FIXED).draw(content, qr)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return Bytes.wrap(out.toByteArray());
    }
  }

  /** But for the signature's field, which the reference has not. */
  private static List<String> tags(Bytes pdf, @org.jspecify.annotations.Nullable String language)
      throws Exception {
    List<String> all = language == null ? ReadAloud.of(pdf) : ReadAloud.of(pdf, language);
    return all.stream().filter(line -> !line.startsWith("Form ")).toList();
  }

  private static void sameGlyphs(ShownGlyphs ours, ShownGlyphs theirs) {
    assertThat(ours.fontCount()).isGreaterThanOrEqualTo(theirs.fontCount()).isPositive();
    assertThat(ours.byContent().keySet()).isEqualTo(theirs.byContent().keySet());
    ours.byContent()
        .forEach(
            (content, glyphs) -> {
              List<ShownGlyphs.Glyph> others = theirs.byContent().getOrDefault(content, List.of());
              assertThat(glyphs).hasSameSizeAs(others);
              for (int i = 0; i < glyphs.size(); i++) {
                same(glyphs.get(i), others.get(i));
              }
            });
  }

  private static void same(ShownGlyphs.Glyph ours, ShownGlyphs.Glyph theirs) {
    assertThat(ours.embedded()).isTrue();
    assertThat(ours.unicode()).isEqualTo(theirs.unicode());
    assertThat(ours.outline()).as(ours.unicode()).isEqualTo(theirs.outline());
    assertThat(ours.width()).as(ours.unicode()).isEqualTo(theirs.width(), within(0.5));
    assertThat(ours.size()).isEqualTo(theirs.size(), within(0.02));
    assertThat(ours.x()).as(ours.unicode()).isEqualTo(theirs.x(), within(0.03));
    assertThat(ours.y()).as(ours.unicode()).isEqualTo(theirs.y(), within(0.03));
  }

  private static BufferedImage picture(PDDocument document) throws Exception {
    PDFRenderer renderer = new PDFRenderer(document);
    renderer.setAnnotationsFilter(annotation -> false);
    return renderer.renderImageWithDPI(0, DPI);
  }

  private static void samePicture(BufferedImage ours, BufferedImage theirs) {
    assertThat(ours.getWidth()).isEqualTo(theirs.getWidth());
    assertThat(ours.getHeight()).isEqualTo(theirs.getHeight());
    int odd = 0;
    for (int y = 0; y < ours.getHeight(); y++) {
      for (int x = 0; x < ours.getWidth(); x++) {
        if (distance(ours.getRGB(x, y), theirs.getRGB(x, y)) > TOLERANCE) {
          odd++;
        }
      }
    }
    assertThat(odd / (double) (ours.getWidth() * ours.getHeight())).isLessThan(SHARE_OF_ODD_PIXELS);
  }

  private static int distance(int one, int other) {
    int most = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
    }
    return most;
  }
}
