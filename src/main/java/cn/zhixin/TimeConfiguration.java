package cn.zhixin;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the program; dates of issue are those of the place the service is for. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  @Bean
  Clock clock(@Value("${zhixin.time-zone:Asia/Shanghai}") ZoneId zone) {
    return Clock.system(zone);
  }
}
