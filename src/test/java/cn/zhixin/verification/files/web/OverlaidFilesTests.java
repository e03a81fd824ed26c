package cn.zhixin.verification.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.files.OnFileSite;
import cn.zhixin.verification.files.ReleasedFiles;
import cn.zhixin.verification.files.SampleFiles;
import cn.zhixin.verification.offline.IssuedFiles;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Pages whose text still has all that is true, while eyes see something else. */
@OnFileSite
@TestPropertySource(properties = "zhixin.files.time=60s")
class OverlaidFilesTests {
  @LocalServerPort private int port;
  @Autowired private FakeRegistry registry;
  @Autowired private ReleasedFiles released;

  /** A white box over the middle of the page, and other words in it or beside what is true. */
  private static Bytes overlaid(Bytes pdf, String words, boolean covering, boolean appended)
      throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
      PDPage page = document.getPage(0);
      try (PDPageContentStream content =
          new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
        if (covering) {
          content.setNonStrokingColor(Color.WHITE);
          content.addRect(60, 330, 330, 150);
          content.fill();
        }
        content.setNonStrokingColor(Color.BLACK);
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 18);
        content.newLineAtOffset(80, 400);
        content.showText(words);
        content.endText();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (appended) {
        page.getCOSObject().setNeedToBeUpdated(true);
        document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
        document.saveIncremental(out);
      } else {
        document.save(out);
      }
      return Bytes.wrap(out.toByteArray());
    }
  }

  private Map<String, Bytes> forgeries(Bytes issued) throws Exception {
    Map<String, Bytes> forgeries = new LinkedHashMap<>();
    for (String words : new String[] {"Name: Li Si", "Professor, Full Senior"}) {
      for (boolean covering : new boolean[] {true, false}) {
        String name = words + (covering ? ", over it, " : ", beside it, ");
        forgeries.put(name + "saved again", overlaid(issued, words, covering, false));
        forgeries.put(name + "appended", overlaid(issued, words, covering, true));
        Bytes printed = SampleFiles.printed(issued);
        forgeries.put(name + "printed", overlaid(printed, words, covering, false));
      }
    }
    return forgeries;
  }

  /**
   * Nothing in a text tells what covers what: a file that is not the released one has no verdict of
   * the certificate's, also where all text that can be read agrees. What presents itself as issued
   * is called altered; what does not is a copy and no proof.
   */
  @Test
  void whatLiesOverOrBesideTheTruthIsNeverAsIssuedNorValid() throws Exception {
    Bytes issued = new IssuedFiles().file(registry.find(PublicSite.VALID).orElseThrow());
    released.release(issued, PublicSite.VALID);
    FileClient site = new FileClient(port);
    assertThat(site.pdf(issued).path("verdict").asString()).isEqualTo("VALID");
    for (Map.Entry<String, Bytes> forgery : forgeries(issued).entrySet()) {
      JsonNode answer = site.pdf(forgery.getValue());
      boolean printed = forgery.getKey().endsWith("printed");
      assertThat(answer.path("file").path("outcome").asString())
          .as(forgery.getKey() + ": " + answer)
          .isEqualTo(printed ? "COPY" : "ALTERED");
      assertThat(answer.path("verdict").asString("")).isEqualTo(printed ? "COPY" : "ALTERED");
      String page = site.form("/file?lang=en", forgery.getValue()).body();
      assertThat(page)
          .as(forgery.getKey())
          .contains(printed ? "This is a copy and no proof" : "Not the file that was issued")
          .doesNotContain("<h1>Certificate valid", "byte for byte");
    }
  }
}
