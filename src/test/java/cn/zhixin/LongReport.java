package cn.zhixin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the long tests counted, as JSON in {@code target/long}: several tests may add to one. */
public final class LongReport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private LongReport() {}

  /**
   * @param name of the file, without ending
   */
  public static synchronized void add(String name, Map<String, ?> counts) throws IOException {
    Path file = Path.of("target", "long", name + ".json");
    Files.createDirectories(Path.of("target", "long"));
    Map<String, Object> all = new TreeMap<>();
    if (Files.exists(file)) {
      all.putAll(
          JSON.readValue(
              Files.readString(file),
              JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Object.class)));
    }
    all.putAll(counts);
    Files.writeString(file, JSON.writeValueAsString(all) + "\n");
  }
}
