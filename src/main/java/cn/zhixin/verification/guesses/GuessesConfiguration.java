package cn.zhixin.verification.guesses;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.door.DoorMeters;
import cn.zhixin.verification.door.LimitsProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the count of wrong identity numbers. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class GuessesConfiguration {
  @Bean
  @DependsOnDatabaseInitialization
  IdentityGuesses identityGuesses(
      DataSource database,
      LimitsProperties limits,
      Clock clock,
      ObjectProvider<MeterRegistry> meters) {
    return new IdentityGuesses(
        new FailedAttempts(new JdbcTemplate(database), clock),
        limits,
        (limit, decision) ->
            meters.ifAvailable(registry -> DoorMeters.count(registry, limit, decision)));
  }
}
