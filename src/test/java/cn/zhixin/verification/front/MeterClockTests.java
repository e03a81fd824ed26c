package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeterClockTests {
  @Test
  void goesWithTheMachinesClock() {
    try (MeterClock clock = new MeterClock()) {
      long first = clock.wallTime();
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(clock.wallTime()).isGreaterThan(first));
      assertThat(clock.wallTime()).isLessThanOrEqualTo(System.currentTimeMillis());
    }
  }
}
