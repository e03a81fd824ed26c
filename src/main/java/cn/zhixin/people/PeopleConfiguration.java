package cn.zhixin.people;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the room together; every role has it. */
@Configuration(proxyBeanMethods = false)
public class PeopleConfiguration {
  @Bean
  @DependsOnDatabaseInitialization
  Organisations organisations(DataSource database, Clock clock) {
    return new Organisations(JdbcClient.create(database), clock);
  }

  @Bean
  @DependsOnDatabaseInitialization
  ApiKeys apiKeys(DataSource database, Clock clock) {
    return new ApiKeys(JdbcClient.create(database), clock);
  }

  @Bean
  @DependsOnDatabaseInitialization
  Sessions sessions(DataSource database, Clock clock) {
    return new Sessions(JdbcClient.create(database), clock);
  }
}
