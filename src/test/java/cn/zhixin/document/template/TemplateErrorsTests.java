package cn.zhixin.document.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.document.MalformedTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault is put into a template that is right otherwise. */
class TemplateErrorsTests {
  private static final Path PLAIN =
      Path.of("src/test/resources/document-templates/plain-landscape");

  private static TemplateDrawing read(String svgFrom, String svgTo)
      throws IOException, MalformedTemplate {
    return TemplateDrawing.read(
        file -> {
          String content = Files.readString(PLAIN.resolve(file));
          if (file.equals("template.svg")) {
            assertThat(content).contains(svgFrom);
            content = content.replace(svgFrom, svgTo);
          }
          return content.getBytes(StandardCharsets.UTF_8);
        });
  }

  /** From 1. */
  private static int lineOf(String text) throws IOException {
    String svg = Files.readString(PLAIN.resolve("template.svg"));
    return (int) svg.substring(0, svg.indexOf(text)).lines().count()
        + (text.startsWith("</") ? 1 : 0);
  }

  @Test
  void acceptsTheTemplateItself() throws Exception {
    assertThat(read("<defs>", "<defs>").manifest().id()).isEqualTo("plain-landscape");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<circle cx=\"148.5\" | <image cx=\"148.5\" | <image> is not allowed",
        "<circle cx=\"148.5\" | <circle opacity=\".5\" cx=\"148.5\" | opacity is not allowed",
        "<circle cx=\"148.5\" | <circle style=\"fill:red\" cx=\"148.5\" | style is not allowed",
        "r=\"40\" | r=\"4O\" | \"4O\" is not a plain number",
        "fill=\"#e6ecf2\" | fill=\"url(#gold)\" | expected a colour",
        "M0 0q4-6 | M0 0k4-6 | expected a path command",
        "href=\"#leaf\" x | href=\"#loaf\" x | href=",
        "data-field=\"employer\" | data-field=\"employeer\" | no text slot employeer",
        "data-field=\"qr\" | data-field=\"qrcode\" | no picture slot qrcode",
        "rotate(12 148.5 105) | skewX(3) | skewX",
        "font-family=\"kai-bold\" | font-family=\"hei\" | \"hei\"",
        "<text data-label-for=\"number\" | <text data-label-for=\"code2\" | a label for code2",
        "viewBox=\"0 0 297 210\" | viewBox=\"0 0 210 297\" | viewBox",
        "</svg> | </svgg> | not well-formed"
      })
  void namesFileAndLine(String from, String to, String message) throws IOException {
    int line = lineOf(from.strip());
    assertThatThrownBy(() -> read(from.strip(), to.strip()))
        .isInstanceOfSatisfying(
            MalformedTemplate.class,
            e -> {
              assertThat(e.file()).isEqualTo("template.svg");
              assertThat(e.line()).isEqualTo(line);
            })
        .hasMessageContaining(message);
  }

  @Test
  void namesAMissingSlot() {
    assertThatThrownBy(() -> read("data-field=\"number\"", "data-field=\"method\""))
        .isInstanceOf(MalformedTemplate.class)
        .hasMessageContaining("number");
  }

  @Test
  void readsNoDocumentTypeAndNoFileFromOutside() {
    assertThatThrownBy(
            () ->
                read(
                    "<svg xmlns",
                    "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n<svg xmlns"))
        .isInstanceOf(MalformedTemplate.class)
        .hasMessageContaining("document type");
  }
}
