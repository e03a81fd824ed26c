package cn.zhixin.document.template;

import cn.zhixin.document.MalformedTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a template says about itself in {@code manifest.json}.
 *
 * @param language of the page, a BCP 47 tag such as {@code zh-CN}
 * @param width of the page in millimetres, as the height
 * @param fonts font files by family, in the order in which they are asked for a character
 * @param required slots the drawing must have
 * @param alternatives what is read aloud instead of the picture in a slot, for photo, qr and seal
 * @param sealText under the star
 * @param sealFamily the family of the seal's letters
 */
public record Manifest(
    String id,
    String name,
    String language,
    double width,
    double height,
    Map<String, List<String>> fonts,
    Set<String> required,
    Map<String, String> alternatives,
    String sealText,
    String sealFamily) {
  public static final String FILE = "manifest.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final double LARGEST_PAGE = 2000;

  static Manifest read(TemplateFiles files) throws IOException, MalformedTemplate {
    try {
      JsonNode root = JSON.readTree(new String(files.read(FILE), StandardCharsets.UTF_8));
      JsonNode page = root.path("page");
      Map<String, List<String>> fonts = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> family : root.path("fonts").properties()) {
        fonts.put(family.getKey(), texts(family.getValue(), "fonts." + family.getKey()));
      }
      if (fonts.isEmpty()) {
        throw fault("\"fonts\" names no family");
      }
      Map<String, String> alternatives = new LinkedHashMap<>();
      for (String picture : KnownSlots.PICTURES) {
        alternatives.put(picture, text(root.path("alt"), picture, "alt." + picture));
      }
      String first = fonts.keySet().iterator().next();
      String sealFamily = fonts.containsKey("song-bold") ? "song-bold" : first;
      return new Manifest(
          text(root, "id", "id"),
          text(root, "name", "name"),
          text(root, "language", "language"),
          length(page, "width"),
          length(page, "height"),
          fonts,
          new TreeSet<>(texts(root.path("required"), "required")),
          alternatives,
          text(root.path("seal"), "text", "seal.text"),
          root.path("seal").path("font").asString(sealFamily));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new MalformedTemplate(FILE, line, "not well-formed JSON", e);
    }
  }

  private static List<String> texts(JsonNode array, String path) throws MalformedTemplate {
    List<String> out = new ArrayList<>();
    for (JsonNode item : array) {
      if (!item.isString()) {
        throw fault("\"" + path + "\" is a list of texts");
      }
      out.add(item.asString());
    }
    if (out.isEmpty()) {
      throw fault("\"" + path + "\" is missing or empty");
    }
    return List.copyOf(out);
  }

  private static String text(JsonNode object, String key, String path) throws MalformedTemplate {
    String value = object.path(key).asString("");
    if (value.isBlank()) {
      throw fault("\"" + path + "\" is missing");
    }
    return value;
  }

  private static double length(JsonNode page, String key) throws MalformedTemplate {
    double value = page.path(key).asDouble(0);
    if (!(value > 0 && value <= LARGEST_PAGE)) {
      throw fault("\"page." + key + "\" must be a length in millimetres");
    }
    return value;
  }

  private static MalformedTemplate fault(String message) {
    return new MalformedTemplate(FILE, 0, message);
  }
}
