package cn.zhixin;

import cn.zhixin.encoding.WrongValue;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the program; dates of issue are those of the place the service is for. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {
  @Bean
  Clock clock(@Value("${zhixin.time-zone:Asia/Shanghai}") String zone) {
    try {
      return Clock.system(ZoneId.of(zone.strip()));
    } catch (DateTimeException e) {
      throw new StartChecks.CannotStart(
          WrongValue.of(
              "zhixin.time-zone",
              "应为时区名，如 Asia/Shanghai",
              "is the name of a time zone, such as Asia/Shanghai",
              zone));
    }
  }
}
