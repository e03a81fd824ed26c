package cn.zhixin;

import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the database's schema up to date, also where beans are made only when they are used. */
@Configuration(proxyBeanMethods = false)
class SchemaConfiguration {
  @Bean
  static LazyInitializationExcludeFilter schemaFirst() {
    return LazyInitializationExcludeFilter.forBeanTypes(FlywayMigrationInitializer.class);
  }
}
