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
  static final String SETTING = "zhixin.time-zone";
  static final String USUAL = "Asia/Shanghai";

  @Bean
  Clock clock(@Value("${" + SETTING + ":" + USUAL + "}") String zone) {
    return Clock.system(zone(zone));
  }

  /**
   * @throws StartChecks.CannotStart if there is none of that name
   */
  static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone.strip());
    } catch (DateTimeException e) {
      throw new StartChecks.CannotStart(
          WrongValue.of(
              SETTING,
              "应为时区名，如 Asia/Shanghai",
              "is the name of a time zone, such as Asia/Shanghai",
              zone));
    }
  }
}
