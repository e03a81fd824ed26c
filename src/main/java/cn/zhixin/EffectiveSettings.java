package cn.zhixin;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
  private static final Pattern LISTED =
      Pattern.compile("(zhixin|spring|server|management|logging)[._].*");

  /** Of these any value will do: a folder, a port and a process decide nothing. */
  private static final Pattern FREE =
      Pattern.compile("zhixinhome|serverport|springapplicationpid|springaot.*");

  /** What may contain a secret: it only counts whether there is one. */
  private static final Pattern SECRET = Pattern.compile(".*(password|secret|pin|token|url|uri)");

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^a-z0-9]");
  private static final int DIGITS = 16;

  private final SortedMap<String, Setting> settings = new TreeMap<>();

  /**
   * @param written the name as somebody wrote it
   */
  private record Setting(String written, String digest) {}

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
    return all;
  }

  /** Puts values in the place of their placeholders, but the same one for what is free. */
  private static PropertyResolver resolver(ConfigurableEnvironment environment) {
    MutablePropertySources sources = new MutablePropertySources(environment.getPropertySources());
    sources.addFirst(
        new MapPropertySource("free", Map.of("server.port", "0", "zhixin.home", "home")));
    return new PropertySourcesPropertyResolver(sources);
  }

  /** The first that says something counts. */
  private void add(String name, String value) {
    String small = name.toLowerCase(Locale.ROOT);
    String one = NO_LETTER_OR_DIGIT.matcher(small).replaceAll("");
    if (!LISTED.matcher(small).matches() || FREE.matcher(one).matches()) {
      return;
    }
    String counted = SECRET.matcher(one).matches() ? String.valueOf(value.isEmpty()) : value;
    String digest = Digest.of(Bytes.ofUtf8(counted)).toString().substring(0, DIGITS);
    settings.putIfAbsent(one, new Setting(name, digest));
  }

  /** A digest of each, by its name. */
  Properties digests() {
    Properties digests = new Properties();
    settings.forEach((name, setting) -> digests.setProperty(name, setting.digest()));
    return digests;
  }

  /** The names of those that are not as they were, the missing ones too. */
  Set<String> changedSince(Properties earlier) {
    Set<String> changed = new TreeSet<>();
    settings.forEach(
        (name, setting) -> {
          if (!Objects.equals(earlier.getProperty(name), setting.digest())) {
            changed.add(setting.written());
          }
        });
    earlier.stringPropertyNames().stream()
        .filter(name -> !settings.containsKey(name))
        .forEach(changed::add);
    return changed;
  }
}
