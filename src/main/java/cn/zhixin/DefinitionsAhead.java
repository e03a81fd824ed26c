package cn.zhixin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Takes the bean definitions that {@code definitions-ahead.sh} had written as code and put into the
 * jar, in place of finding them anew. They are right for the settings that were there then, whose
 * digests lie beside them: with any others the start is an ordinary one, and says why.
 */
final class DefinitionsAhead implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(DefinitionsAhead.class);
  private static final String DIGESTS = "/META-INF/settings.digests";

  /** System property: where to leave the digests while the code is written. */
  private static final String TARGET = "definitions-ahead.digests";

  /** Stands among the digests; no setting is named so. */
  private static final String SALT = "salt";

  private static final int SALT_SIZE = 16;

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent prepared) {
    ConfigurableEnvironment environment = prepared.getEnvironment();
    try {
      if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
        write(EffectiveSettings.of(environment));
      } else {
        useIfTheyFit(environment);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the digests of the settings", e);
    }
  }

  private static void useIfTheyFit(ConfigurableEnvironment environment) throws IOException {
    try (InputStream file = DefinitionsAhead.class.getResourceAsStream(DIGESTS)) {
      if (file == null) {
        return;
      }
      Properties earlier = new Properties();
      earlier.load(file);
      String salt = String.valueOf(earlier.remove(SALT));
      Set<String> changed = EffectiveSettings.of(environment).changedSince(earlier, salt);
      if (changed.isEmpty()) {
        SpringProperties.setFlag(AotDetector.AOT_ENABLED);
      } else {
        LOG.warn(
            "A slow start: these settings are not as they were for aot-cache.sh (+ is new, - is"
                + " gone); run it again with those of the service: {}",
            String.join(", ", changed));
      }
    }
  }

  private static void write(EffectiveSettings settings) throws IOException {
    byte[] random = new byte[SALT_SIZE];
    new SecureRandom().nextBytes(random);
    String salt = HexFormat.of().formatHex(random);
    Properties digests = settings.digests(salt);
    digests.setProperty(SALT, salt);
    try (Writer file = Files.newBufferedWriter(Path.of(System.getProperty(TARGET)))) {
      digests.store(file, null);
    }
  }
}
