package cn.zhixin;

import cn.zhixin.encoding.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings below {@code zhixin.} that this program reads: those that the build found in the
 * classes of settings, and those that {@code additional-spring-configuration-metadata.json} adds.
 */
final class KnownSettings {
  static final String PREFIX = "zhixin.";

  private static final String FILE = "/META-INF/spring-configuration-metadata.json";
  private static final String NAME = "\"name\": \"";
  private static final String TYPE = "\"type\": \"";
  private static final Pattern SPELLING = Pattern.compile("[-_]");
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

  /** What may follow the name of a list or of a map, whose keys are numbers. */
  private static final Pattern ELEMENT = Pattern.compile("[.\\[]?\\d.*");

  /** By the form in which they are compared. */
  private final Map<String, Setting> settings;

  private final boolean variables;

  /**
   * @param many whether it is a list or a map
   */
  private record Setting(String name, boolean many) {}

  private KnownSettings(Iterable<Setting> all, boolean variables) {
    this.variables = variables;
    this.settings = new HashMap<>();
    all.forEach(setting -> settings.put(form(setting.name()), setting));
  }

  /** Compared as files, options and system properties write them. */
  static KnownSettings load() {
    return new KnownSettings(read(), false);
  }

  /** Compared as variables of the environment are, which have no dots. */
  KnownSettings asVariables() {
    return new KnownSettings(settings.values(), true);
  }

  /** A reader of JSON takes ten times as long, and a start waits for this one. */
  private static Iterable<Setting> read() {
    try (InputStream file = KnownSettings.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("the class path lacks " + FILE);
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Setting> found = new HashMap<>();
      int at = text.indexOf(NAME + PREFIX, text.indexOf("\"properties\": ["));
      while (at >= 0) {
        int next = text.indexOf(NAME + PREFIX, at + 1);
        String entry = text.substring(at, next < 0 ? text.length() : next);
        String name = value(entry, NAME);
        String type = value(entry, TYPE);
        found.put(
            name,
            new Setting(
                name, type.startsWith("java.util.List") || type.startsWith("java.util.Map")));
        at = next;
      }
      return found.values();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private static String value(String entry, String key) {
    int start = entry.indexOf(key) + key.length();
    return entry.substring(start, entry.indexOf('"', start));
  }

  /** Whether it is one of them, an element of one, or what several begin with. */
  boolean has(String written) {
    String one = form(written);
    return settings.containsKey(one)
        || settings.entrySet().stream().anyMatch(each -> isElement(one, each))
        || settings.keySet().stream().anyMatch(each -> each.startsWith(one + "."));
  }

  private static boolean isElement(String one, Map.Entry<String, Setting> of) {
    return of.getValue().many()
        && one.startsWith(of.getKey())
        && ELEMENT.matcher(one.substring(of.getKey().length())).matches();
  }

  /** Whether a name stands for a list, so that it may be given several times. */
  boolean isList(String written) {
    Setting setting = settings.get(form(written));
    return setting != null && setting.many();
  }

  /** What somebody who wrote an unknown name probably meant. */
  Optional<String> nearest(String written) {
    Map<String, String> names =
        settings.entrySet().stream()
            .collect(Collectors.toMap(each -> own(each.getKey()), each -> each.getValue().name()));
    return Nearest.of(own(form(written)), names.keySet()).map(names::get);
  }

  /** Without what all of them begin with. */
  private String own(String form) {
    return form.substring(Math.min(form(PREFIX).length(), form.length()));
  }

  private String form(String name) {
    return variables
        ? NO_LETTER_OR_DIGIT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT)
        : oneSpelling(name);
  }

  /** The same for {@code keyStore}, {@code key_store} and {@code key-store}. */
  static String oneSpelling(String name) {
    return SPELLING.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
