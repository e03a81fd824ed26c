package cn.zhixin;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySourcesPropertyResolver;

/**
 * The settings of one start on which it depends what beans there are. Each has one name, however it
 * was written: {@code ZHIXIN_PUBLIC_ADDRESS} of the process's environment is {@code
 * zhixin.public-address} of a file.
 */
final class EffectiveSettings {
  private static final Pattern LISTED = Pattern.compile("(zhixin|spring|server|management)[._].*");

  /** Of these any value will do: a folder, a port and a process decide nothing. */
  private static final Pattern FREE =
      Pattern.compile(
          "zhixinhome|serverport|springapplicationpid|springapplicationjson|springaot.*");

  /** What may contain a secret: it only counts whether there is one. */
  private static final Pattern SECRET =
      Pattern.compile(".*(password|secret|pin|token|mackey|privatekey|url|uri)");

  private static final String MANAGEMENT_PORT = "managementserverport";
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final int DIGITS = 16;

  private final SortedMap<String, Setting> settings = new TreeMap<>();

  /**
   * @param written the name as somebody wrote it
   * @param counted of its value what decides something
   */
  private record Setting(String written, String counted) {
    /**
     * @param salt of the folder: nobody who sees digests of two can tell which settings are alike
     */
    String digest(String salt) {
      return Digest.of(Bytes.ofUtf8(salt + counted)).toString().substring(0, DIGITS);
    }
  }

  private EffectiveSettings() {}

  static EffectiveSettings of(ConfigurableEnvironment environment) {
    EffectiveSettings all = new EffectiveSettings();
    PropertyResolver resolver = resolver(environment);
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          all.add(name, resolver.resolvePlaceholders(String.valueOf(listed.getProperty(name))));
        }
      }
    }
    all.settings.computeIfPresent(
        MANAGEMENT_PORT,
        (name, port) -> new Setting(port.written(), kindOf(port.counted(), environment)));
    return all;
  }

  /** Puts values in the place of their placeholders, but the same one for what is free. */
  private static PropertyResolver resolver(ConfigurableEnvironment environment) {
    MutablePropertySources sources = new MutablePropertySources(environment.getPropertySources());
    sources.addFirst(
        new MapPropertySource("free", Map.of("server.port", "0", "zhixin.home", "home")));
    return new PropertySourcesPropertyResolver(sources);
  }

  /** Which one it is decides nothing, but a port of its own has a server of its own. */
  private static String kindOf(String managementPort, ConfigurableEnvironment environment) {
    if (managementPort.startsWith("-")) {
      return "none";
    }
    boolean shared = managementPort.equals(environment.getProperty("server.port", "8080"));
    return shared ? "shared" : "own";
  }

  /** The first that says something counts. */
  private void add(String name, String value) {
    String small = name.toLowerCase(Locale.ROOT);
    String one = NO_LETTER_OR_DIGIT.matcher(small).replaceAll("");
    if (!LISTED.matcher(small).matches() || FREE.matcher(one).matches()) {
      return;
    }
    String counted = SECRET.matcher(one).matches() ? String.valueOf(value.isEmpty()) : value;
    settings.putIfAbsent(one, new Setting(name, counted));
  }

  /** A digest of each and its name as written, by its one name. */
  Properties digests(String salt) {
    Properties digests = new Properties();
    settings.forEach(
        (name, setting) ->
            digests.setProperty(name, setting.digest(salt) + " " + setting.written()));
    return digests;
  }

  /**
   * The names of those that are not as they were: new ones with a plus sign, missing ones with a
   * minus sign before them.
   */
  Set<String> changedSince(Properties earlier, String salt) {
    Set<String> changed = new TreeSet<>();
    settings.forEach(
        (name, setting) -> {
          @Nullable String then = earlier.getProperty(name);
          if (then == null) {
            changed.add("+" + setting.written());
          } else if (!then.startsWith(setting.digest(salt) + " ")) {
            changed.add(setting.written());
          }
        });
    earlier.stringPropertyNames().stream()
        .filter(name -> !settings.containsKey(name))
        .map(earlier::getProperty)
        .forEach(gone -> changed.add("-" + gone.substring(gone.indexOf(' ') + 1)));
    return changed;
  }
}
