package cn.zhixin.verification.door;

import cn.zhixin.verification.AnswersProperties;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.answers.AnswersKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires limits and the single use of challenges. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class DoorConfiguration {
  /**
   * @param home as text: to make a path of it Spring would open every jar before the first answer
   */
  @Bean
  GroupSecret groupSecret(
      AnswersProperties properties, @Value("${zhixin.home:zhixin-data}") String home)
      throws IOException {
    return new GroupSecret(AnswersKey.of(properties.macKey(), Path.of(home)));
  }

  /** None when {@code zhixin.redis.url} is empty. */
  @Bean
  DoorStores doorStores(
      AnswersProperties properties, GroupSecret secret, @Value("${zhixin.redis.url:}") String url) {
    return url.isBlank()
        ? DoorStores.none()
        : DoorStores.of(new RedisDoor(URI.create(url), properties.redisTimeout()), secret);
  }

  @Bean
  Throttle throttle(DoorStores stores, ObjectProvider<MeterRegistry> meters) {
    return new Throttle(
        stores.buckets(),
        System::nanoTime,
        (limit, decision) ->
            meters.ifAvailable(registry -> DoorMeters.count(registry, limit, decision)));
  }

  @Bean
  DoorLimits doorLimits(LimitsProperties properties, ObjectProvider<MeterRegistry> meters)
      throws UnknownHostException {
    return new DoorLimits(
        properties,
        refused ->
            meters.ifAvailable(registry -> DoorMeters.count(registry, refused.limit(), refused)));
  }

  @Bean
  LookupCount lookupCount(Throttle throttle, DoorLimits limits) {
    return new LookupCount(throttle, limits);
  }

  @Bean
  MeterBinder doorMeters(DoorStores stores) {
    return registry ->
        Gauge.builder("zhixin.redis.left.alone", stores, each -> each.leftAlone() ? 1 : 0)
            .description("1 while Redis is left alone because it failed")
            .tag("client", "door")
            .register(registry);
  }

  @Bean
  OneTimeUse oneTimeUse(DoorStores stores) {
    return stores.used();
  }
}
