package cn.zhixin.verification.operation;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.answers.SharedAnswers;
import cn.zhixin.verification.freshness.Freshness;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How fresh this node is. */
@PublicRole
@Component
class AnsweringMeters implements MeterBinder {
  private static final double NANOS = 1e9;

  private final Freshness freshness;
  private final SharedAnswers shared;

  AnsweringMeters(Freshness freshness, SharedAnswers shared) {
    this.freshness = freshness;
    this.shared = shared;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("zhixin.lease.age", freshness, AnsweringMeters::leaseAge)
        .description("time since the feed query that gave the last lease was sent")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("zhixin.certificates.changed", freshness, Freshness::changedCertificates)
        .description("certificates whose state ever changed, as this node knows")
        .register(registry);
    Gauge.builder("zhixin.redis.left.alone", shared, each -> each.leftAlone() ? 1 : 0)
        .description("1 while Redis is left alone because it failed")
        .tag("client", "answers")
        .register(registry);
  }

  /** Not a number before the first lease. */
  private static double leaseAge(Freshness freshness) {
    return freshness.leaseAge().map(age -> age.toNanos() / NANOS).orElse(Double.NaN);
  }
}
