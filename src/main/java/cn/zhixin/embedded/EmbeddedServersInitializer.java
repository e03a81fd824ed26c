package cn.zhixin.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Gives the service its database before the first bean is made: the server that {@code
 * zhixin.database.url} names, else the embedded one.
 *
 * <p>Read are {@code zhixin.database.url}, {@code .user}, {@code .password}; {@code
 * zhixin.database.embedded} (default true), {@code zhixin.redis.url}, {@code zhixin.redis.embedded}
 * (default true) and {@code zhixin.home} (default {@code zhixin-data}). Set are {@code
 * spring.datasource.url}, {@code .username}, {@code .password} and {@code zhixin.redis.url}; errors
 * of the database are kept without the values they are about, and a standby is not connected to.
 * Where {@code spring.datasource.url} is set already, nothing is done.
 */
final class EmbeddedServersInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String SOURCE = "zhixinServers";
  private static final String DATABASE_URL = "zhixin.database.url";
  private static final String REDIS_URL = "zhixin.redis.url";
  private static final String DRIVER = "spring.datasource.hikari.data-source-properties.";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      return;
    }
    Map<String, Object> properties = new HashMap<>();
    // the server's details of a refused row quote its values, personal data among them
    properties.put(DRIVER + "logServerErrorDetail", "false");
    // a standby lags: it would earn leases for what was revoked meanwhile
    properties.put(DRIVER + "targetServerType", "primary");
    if (StringUtils.hasText(environment.getProperty(DATABASE_URL))) {
      properties.put("spring.datasource.url", "${zhixin.database.url}");
      properties.put("spring.datasource.username", "${zhixin.database.user:zhixin}");
      properties.put("spring.datasource.password", "${zhixin.database.password:}");
    } else if (environment.getProperty("zhixin.database.embedded", Boolean.class, true)) {
      EmbeddedServers servers = open(environment);
      properties.put("spring.datasource.url", servers.jdbcUrl());
      properties.put("spring.datasource.username", servers.user());
      properties.put("spring.datasource.password", servers.password());
      servers.redis().ifPresent(redis -> properties.put(REDIS_URL, redis.url()));
      closeLast(context, servers);
    }
    environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, properties));
  }

  private static EmbeddedServers open(ConfigurableEnvironment environment) {
    boolean redis =
        !StringUtils.hasText(environment.getProperty(REDIS_URL))
            && environment.getProperty("zhixin.redis.embedded", Boolean.class, true);
    String home = environment.getProperty("zhixin.home", "zhixin-data");
    return EmbeddedServers.open(Path.of(home), redis);
  }

  /**
   * Beans are destroyed in the opposite order of their making: what is registered before all of
   * them, the connection pool included, is closed after all of them.
   */
  private static void closeLast(ConfigurableApplicationContext context, EmbeddedServers servers) {
    if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry registry) {
      registry.registerDisposableBean("embeddedServers", servers::close);
    } else {
      servers.close();
      throw new IllegalStateException("no way to close the embedded servers with this context");
    }
  }
}
