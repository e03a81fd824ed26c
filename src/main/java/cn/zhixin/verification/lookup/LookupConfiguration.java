package cn.zhixin.verification.lookup;

import cn.zhixin.certificate.HeldCertificates;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.door.GroupSecret;
import cn.zhixin.verification.door.OneTimeUse;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires look-ups. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LookupProperties.class)
class LookupConfiguration {
  @Bean
  Challenges challenges(
      LookupProperties properties, GroupSecret secret, OneTimeUse used, Clock clock) {
    return new Challenges(properties, secret, used, clock);
  }

  @Bean
  Lookups lookups(HeldCertificates held, PrimaryReads reads, Clock clock) {
    return new Lookups(held, reads, clock);
  }

  @Bean
  EvenTime evenTime(LookupProperties properties) {
    return new EvenTime(properties.answerTime());
  }
}
