package cn.zhixin.verification.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The description of the public API (OpenAPI 3.1), written by hand, one file for each subject. */
final class ApiDocument {
  /** The frame first; each adds paths and components. */
  private static final List<String> SECTIONS =
      List.of(
          "api/document",
          "api/certificates",
          "api/receipts",
          "api/files",
          "api/bulk",
          "api/lookups",
          "api/ledger",
          "api/catalogue");

  private ApiDocument() {}

  /** JSON, UTF-8. */
  static byte[] write() {
    Map<String, Object> document = new LinkedHashMap<>();
    SECTIONS.forEach(section -> merge(document, read(section)));
    return JsonMapper.shared().writeValueAsBytes(document);
  }

  private static Map<String, Object> read(String section) {
    String name = section + ".yaml";
    try (InputStream file = ApiDocument.class.getClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("not in the program: " + name);
      }
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Objects are joined; nothing else may stand twice. */
  private static void merge(Map<String, Object> into, Map<String, Object> more) {
    more.forEach(
        (key, value) -> {
          Object before = into.putIfAbsent(key, value);
          if (before == null) {
            return;
          }
          if (!(before instanceof Map<?, ?> && value instanceof Map<?, ?>)) {
            throw new IllegalStateException("stands in two files of the API: " + key);
          }
          merge(members(before), members(value));
        });
  }

  @SuppressWarnings("unchecked") // what YAML calls a mapping has texts for keys here
  private static Map<String, Object> members(Object mapping) {
    return (Map<String, Object>) mapping;
  }
}
