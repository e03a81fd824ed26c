package cn.zhixin;

import cn.zhixin.role.Role;
import cn.zhixin.role.Roles;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Leaves migrating a database to the offices that it belongs to. A node that only answers looks at
 * the schema ({@link SchemaCheck}), for which its login need not be allowed to change anything.
 * Where the node runs its own embedded database, or {@code spring.flyway.enabled} is set, nothing
 * is done.
 */
final class SchemaOwnership
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  static final String MIGRATES = "spring.flyway.enabled";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    boolean office = Roles.of(environment).have(Role.OFFICE);
    boolean foreign = StringUtils.hasText(environment.getProperty(PlaceChecks.DATABASE_URL));
    if (!office && foreign && environment.getProperty(MIGRATES) == null) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("schemaOwnership", Map.of(MIGRATES, "false")));
    }
  }
}
