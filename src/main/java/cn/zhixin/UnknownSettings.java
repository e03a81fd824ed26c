package cn.zhixin;

import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Warns of settings that nobody reads because their names are mistyped, once the start has
 * succeeded and nobody waits for it any more, or has failed, perhaps for want of just that setting.
 *
 * <p>A variable of the environment is warned of only if a setting has nearly its name: Kubernetes
 * makes {@code ZHIXIN_PORT} and others for a service of that name.
 */
final class UnknownSettings implements ApplicationListener<SpringApplicationEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(UnknownSettings.class);
  private static final String VARIABLE = "zhixin_";

  @Override
  public void onApplicationEvent(SpringApplicationEvent event) {
    if (event instanceof ApplicationReadyEvent ready) {
      warn(ready.getApplicationContext());
    } else if (event instanceof ApplicationFailedEvent failed
        && failed.getApplicationContext() != null) {
      warn(failed.getApplicationContext());
    }
  }

  private static void warn(ConfigurableApplicationContext context) {
    KnownSettings known = KnownSettings.load();
    for (PropertySource<?> source : context.getEnvironment().getPropertySources()) {
      if (source instanceof SystemEnvironmentPropertySource variables) {
        warn(known.asVariables(), variables, VARIABLE, false);
      } else if (source instanceof EnumerablePropertySource<?> listed) {
        warn(known, listed, KnownSettings.PREFIX, true);
      }
    }
  }

  private static void warn(
      KnownSettings known, EnumerablePropertySource<?> source, String prefix, boolean evenIfFar) {
    for (String name : source.getPropertyNames()) {
      if (name.toLowerCase(Locale.ROOT).startsWith(prefix) && !known.has(name)) {
        Optional<String> near = known.nearest(name);
        if (near.isPresent() || evenIfFar) {
          LOG.warn(
              "没有 {} 这项设置（{}），它不起作用{} / there is no setting {}: it has no effect{}",
              name,
              place(source, name),
              near.map(meant -> "；是不是 " + meant + "？").orElse(""),
              name,
              near.map(meant -> "; did you mean " + meant + "?").orElse(""));
        }
      }
    }
  }

  private static String place(PropertySource<?> source, String name) {
    Origin origin = OriginLookup.getOrigin(source, name);
    return origin == null ? source.getName() : origin.toString();
  }
}
