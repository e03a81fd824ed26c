package cn.zhixin.document;

import cn.zhixin.document.font.FontLibrary;
import cn.zhixin.document.template.KnownSlots;
import cn.zhixin.document.template.TemplateDrawing;
import cn.zhixin.document.template.TemplateFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where templates are found: one folder each, all using the same fonts. */
public final class DocumentTemplates {
  private static final String ON_CLASS_PATH = "certificate-templates/";
  private static final String SAMPLE = "sample.json";

  /** Finds the files of a template. */
  @FunctionalInterface
  private interface Folders {
    TemplateFiles of(String id);
  }

  private final Folders folders;
  private final FontLibrary fonts;

  private DocumentTemplates(Folders folders, FontLibrary fonts) {
    this.folders = folders;
    this.fonts = fonts;
  }

  /** The templates that come with the program. */
  public static DocumentTemplates bundled() {
    return new DocumentTemplates(id -> file -> onClassPath(id, file), FontLibrary.bundled());
  }

  /** The templates below a folder, with the fonts that come with the program. */
  public static DocumentTemplates in(Path folder) {
    return in(folder, FontLibrary.bundled());
  }

  static DocumentTemplates in(Path folder, FontLibrary fonts) {
    return new DocumentTemplates(
        id -> file -> Files.readAllBytes(folder.resolve(id).resolve(file)), fonts);
  }

  private static byte[] onClassPath(String id, String file) throws IOException {
    String path = ON_CLASS_PATH + id + "/" + file;
    try (InputStream in = DocumentTemplates.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException(path + " is not on the class path");
      }
      return in.readAllBytes();
    }
  }

  /**
   * Reads and checks a template.
   *
   * @param id the name of its folder: letters, digits, hyphens
   * @throws IOException if a file of it is missing or cannot be read
   */
  public DocumentTemplate load(String id) throws IOException, MalformedTemplate {
    if (!id.matches("[A-Za-z0-9-]+")) {
      throw new FileNotFoundException("\"" + id + "\" is no template's name");
    }
    TemplateFiles files = folders.of(id);
    TemplateDrawing drawing = TemplateDrawing.read(files);
    if (!drawing.manifest().id().equals(id)) {
      throw new MalformedTemplate(
          "manifest.json", 0, "the id is " + drawing.manifest().id() + ", its folder " + id);
    }
    return new DocumentTemplate(drawing, sample(files), fonts);
  }

  private static Map<String, String> sample(TemplateFiles files)
      throws IOException, MalformedTemplate {
    try {
      JsonNode root =
          JsonMapper.shared().readTree(new String(files.read(SAMPLE), StandardCharsets.UTF_8));
      Map<String, String> values = new HashMap<>();
      for (Map.Entry<String, JsonNode> value : root.properties()) {
        if (KnownSlots.TEXTS.contains(value.getKey())) {
          values.put(value.getKey(), value.getValue().asString());
        }
      }
      return values;
    } catch (JacksonException e) {
      throw new MalformedTemplate(SAMPLE, 0, "cannot be read as JSON texts", e);
    }
  }
}
