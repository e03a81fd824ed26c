package cn.zhixin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code src/docs/configuration.md} describes the properties that the program reads, no others. */
class ConfigurationDocsTests {
  private static final Path METADATA =
      Path.of("target/classes/META-INF/spring-configuration-metadata.json");

  /** In an annotation or a file of settings: <code>${zhixin.home:zhixin-data}</code>. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{(zhixin\\.[a-z.-]+)(?::([^}]*))?}");

  /** A whole string that is a property's name, as code that asks the environment has it. */
  private static final Pattern STRING = Pattern.compile("\"(zhixin\\.[a-z.-]+)\"");

  /** The name of a meter is no property's. */
  private static final Pattern METER =
      Pattern.compile("(builder|counter|timer|gauge|summary)\\(\\s*\"zhixin\\.[a-z.-]+\"");

  private static final Pattern PREFIX =
      Pattern.compile("@ConfigurationProperties\\(\"(zhixin\\.[a-z.-]+)\"\\)");

  /** Cells: name, default. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(zhixin\\.[a-z0-9.-]+)` \\| (.*?) \\|");

  @Test
  void describesEveryPropertyThatTheProgramReads() {
    assertThat(described().keySet()).containsAll(read());
  }

  @Test
  void describesNoPropertyThatIsGone() {
    assertThat(read()).containsAll(described().keySet());
  }

  @Test
  void statesTheDefaultsOfTheCode() {
    Map<String, String> described = described();

    assertThat(defaults())
        .allSatisfy(
            (name, value) -> {
              String stated = value.isEmpty() ? "empty" : "`" + value + "`";
              assertThat(described.get(name)).as(name).startsWith(stated);
            });
  }

  /** Whatever is not among them is called a mistyped name ({@link KnownSettings}). */
  @Test
  void theProgramKnowsTheNamesOfAll() {
    Set<String> known = new TreeSet<>();
    properties().forEach(property -> known.add(property.get("name").asString()));

    assertThat(known).isEqualTo(described().keySet());
  }

  @Test
  void findsPropertiesOfEachKind() {
    assertThat(read())
        .contains(
            "zhixin.freshness.lease",
            "zhixin.roles",
            "zhixin.time-zone",
            "zhixin.database.url",
            "zhixin.database.user");
  }

  private static Map<String, String> described() {
    Map<String, String> rows = new LinkedHashMap<>();
    Matcher row = ROW.matcher(text(Path.of("src/docs/configuration.md")));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    return rows;
  }

  private static Set<String> read() {
    Set<String> names = new TreeSet<>();
    for (JsonNode property : properties()) {
      // the others are read where a class or a file of settings names them
      if (property.has("sourceType")) {
        names.add(property.get("name").asString());
      }
    }
    Set<String> prefixes = new TreeSet<>();
    for (String source : sources()) {
      names.addAll(found(PLACEHOLDER, source));
      names.addAll(found(STRING, METER.matcher(source).replaceAll("")));
      prefixes.addAll(found(PREFIX, source));
    }
    names.removeAll(prefixes);
    return names;
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new TreeMap<>();
    for (JsonNode property : properties()) {
      JsonNode value = property.get("defaultValue");
      if (value != null && !value.isArray()) {
        defaults.put(property.get("name").asString(), asWritten(value.asString()));
      }
    }
    // what application.yml hands on, it says itself
    defaults.remove("zhixin.verification.public-address");
    return defaults;
  }

  /** The metadata has a list in brackets. */
  private static String asWritten(String value) {
    return value.matches("\\[.*, .*]")
        ? value.substring(1, value.length() - 1).replace(", ", ",")
        : value;
  }

  private static Iterable<JsonNode> properties() {
    return JsonMapper.shared().readTree(text(METADATA)).get("properties");
  }

  private static Set<String> found(Pattern pattern, String source) {
    return pattern.matcher(source).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
  }

  private static Iterable<String> sources() {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".yml"))
          .map(ConfigurationDocsTests::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
