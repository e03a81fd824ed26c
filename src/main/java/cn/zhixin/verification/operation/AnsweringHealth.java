package cn.zhixin.verification.operation;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.freshness.Freshness;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Part of {@code /actuator/health/readiness}: out of service while this node could only answer that
 * nothing can be confirmed. Redis has no say: without it answers are slower, not fewer.
 */
@PublicRole
@Component("answering")
class AnsweringHealth implements HealthIndicator {
  /** Of no certificate; reading it takes the same way as reading any. */
  private static final VerificationCode PROBE = new VerificationCode("0".repeat(16));

  private final AnsweringWatch watch;

  AnsweringHealth(Freshness freshness, Certificates certificates, PrimaryReads reads) {
    this.watch =
        new AnsweringWatch(
            new AnsweringWatch.Node() {
              @Override
              public boolean holdsLease() {
                return freshness.holdsLease();
              }

              @Override
              public boolean readsRegistry() {
                return reads.read(() -> certificates.find(PROBE)).isPresent();
              }
            },
            System::nanoTime);
  }

  @Override
  public Health health() {
    return watch.look() == AnsweringWatch.State.CONFIRMING
        ? Health.up().build()
        : Health.outOfService().build();
  }
}
