package cn.zhixin.verification;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.NumberPatterns;
import cn.zhixin.certificate.StateFeed;
import cn.zhixin.signing.KeyRing;
import cn.zhixin.verification.answers.AnswerBounds;
import cn.zhixin.verification.answers.AnswerEntries;
import cn.zhixin.verification.answers.AnswerMeters;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.AnswersKey;
import cn.zhixin.verification.answers.CredentialCheck;
import cn.zhixin.verification.answers.FirstAnswer;
import cn.zhixin.verification.answers.RedisAnswers;
import cn.zhixin.verification.answers.SharedAnswers;
import cn.zhixin.verification.answers.SignedCredentialCheck;
import cn.zhixin.verification.freshness.FeedFollower;
import cn.zhixin.verification.freshness.Freshness;
import cn.zhixin.verification.freshness.NodeClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Wires the way to an answer. */
@PublicRole
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VerificationProperties.class, AnswersProperties.class})
class VerificationConfiguration {
  @Bean
  NodeClock nodeClock() {
    return NodeClock.ofSystem(Clock.systemUTC());
  }

  @Bean
  Freshness freshness(StateFeed feed, NodeClock clock, FreshnessTimes times) {
    return new Freshness(feed, clock, times);
  }

  @Bean(initMethod = "start")
  FeedFollower feedFollower(Freshness freshness, AnswersProperties properties) {
    return new FeedFollower(freshness, properties.pollInterval());
  }

  /**
   * None when {@code zhixin.redis.url} is empty.
   *
   * @param home as text: to make a path of it Spring would open every jar before the first answer
   */
  @Bean
  SharedAnswers sharedAnswers(
      AnswersProperties properties,
      @Value("${zhixin.redis.url:}") String url,
      @Value("${zhixin.home:zhixin-data}") String home)
      throws IOException {
    if (url.isBlank()) {
      return SharedAnswers.none();
    }
    return new RedisAnswers(
        URI.create(url),
        properties.redisTimeout(),
        properties.redisKept(),
        AnswersKey.of(properties.macKey(), Path.of(home)));
  }

  @Bean
  CredentialCheck credentialCheck(KeyRing keys) {
    return new SignedCredentialCheck(keys.verificationKeys());
  }

  /** Followed from the first answer on: without a lease each is read from the registry. */
  @Bean
  @DependsOn("feedFollower")
  Answers answers(
      Freshness freshness,
      SharedAnswers shared,
      Certificates certificates,
      CredentialCheck credentials,
      NumberPatterns numbers,
      NodeClock clock,
      AnswersProperties properties,
      ObjectProvider<MeterRegistry> meters) {
    AnswerBounds bounds =
        new AnswerBounds(
            properties.notFoundKept(),
            properties.registryTimeout(),
            properties.registryReads(),
            properties.memory().toBytes());
    return new Answers(
        freshness,
        shared,
        certificates,
        new AnswerEntries(credentials, numbers),
        clock,
        bounds,
        new AnswerMeters(meters.getIfAvailable(SimpleMeterRegistry::new)));
  }

  @Bean
  @ConditionalOnWebApplication
  FirstAnswer firstAnswer(StateFeed feed, Answers answers) {
    return new FirstAnswer(feed, answers);
  }

  @Bean
  PrimaryReads primaryReads(AnswersProperties properties) {
    return new PrimaryReads(properties.registryTimeout());
  }

  @Bean
  MessageSource messageSource() {
    return new LaterMessages(VerificationConfiguration::messages);
  }

  /** Chinese for whoever asks for no language that exists, never the machine's own. */
  private static MessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasenames(Sentences.FILES.toArray(String[]::new));
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }
}
