package cn.zhixin.verification.front;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.VerificationProperties;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.FirstAnswer;
import cn.zhixin.verification.answers.RedisAnswers;
import cn.zhixin.verification.answers.SharedAnswers;
import cn.zhixin.verification.door.DoorLimits;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.UnreadableRequests;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.EventLoop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.AbstractAotProcessor;

/** Puts the front before the pages' server, on a node that has the public role. */
@PublicRole
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FrontProperties.class)
class FrontConfiguration {
  @Bean
  @ConditionalOnMissingBean
  Gate gate(DoorLimits limits) {
    return new DoorGate(limits.answersLimiter());
  }

  @Bean
  MeterClock meterClock() {
    return new MeterClock();
  }

  @Bean
  FrontMaker frontMaker(
      FrontProperties limits,
      Answers answers,
      FirstAnswer first,
      SharedAnswers shared,
      Gate gate,
      ObjectProvider<MeterRegistry> meters,
      PageAssets assets,
      UnreadableRequests pages,
      VerificationProperties properties,
      ServerProperties server) {
    return new FrontMaker(
        limits,
        answers,
        first.given(),
        gate,
        meters.getIfAvailable(SimpleMeterRegistry::new),
        assets,
        pages,
        properties.publicAddress(),
        Math.toIntExact(server.getMaxHttpRequestHeaderSize().toBytes()),
        loop -> join(loop, shared));
  }

  private static void join(EventLoop loop, SharedAnswers shared) {
    if (shared instanceof RedisAnswers redis) {
      redis.links().join(loop);
    }
  }

  /**
   * Made with all that the front needs, before anything that only pages need. While definitions are
   * written ahead Spring Boot asks for it too, to learn what a management port's server is like.
   */
  @Bean
  ServletWebServerFactory frontedTomcat(ObjectProvider<FrontMaker> maker) {
    return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)
        ? new FrontedTomcat()
        : new FrontedTomcat(maker.getObject());
  }

  @Bean
  RouteTeller routeTeller() {
    return new RouteTeller();
  }
}
