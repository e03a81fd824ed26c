package cn.zhixin;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Migrates the schema, or looks at it where this node does not migrate it. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {
  @Bean(initMethod = "require")
  @ConditionalOnProperty(name = SchemaOwnership.MIGRATES, havingValue = "false")
  SchemaCheck schemaCheck(DataSource database, Environment environment) {
    return new SchemaCheck(database, environment);
  }

  @Bean
  @ConditionalOnProperty(
      name = SchemaOwnership.MIGRATES,
      havingValue = "true",
      matchIfMissing = true)
  SchemaMigration schemaMigration(Environment environment) {
    return new SchemaMigration(environment);
  }
}
