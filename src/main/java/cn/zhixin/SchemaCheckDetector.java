package cn.zhixin;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/**
 * Has whatever reads the database wait for {@link SchemaCheck}, as it waits for a migration: no
 * answer is given out of a schema that was not looked at.
 */
final class SchemaCheckDetector extends AbstractBeansOfTypeDatabaseInitializerDetector {
  @Override
  protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
    return Set.of(SchemaCheck.class);
  }
}
