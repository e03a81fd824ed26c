package cn.zhixin;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks at the schema where this node does not migrate it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = SchemaOwnership.MIGRATES, havingValue = "false")
class SchemaConfiguration {
  @Bean(initMethod = "require")
  SchemaCheck schemaCheck(DataSource database) {
    return new SchemaCheck(database);
  }
}
