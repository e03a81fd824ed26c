package cn.zhixin.verification.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CircuitBreakerTests {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Of a monotonic clock, which may be negative. */
  private final AtomicLong now = new AtomicLong(-5 * SECOND);

  private final CircuitBreaker circuit = new CircuitBreaker(3, Duration.ofSeconds(1), now::get);

  @Test
  void opensAtTheThirdFailureInARow() {
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.failed()).isFalse();
    circuit.succeeded();
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.allows()).isTrue();
    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.failed()).isTrue();
    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.failed()).isFalse();
  }

  @Test
  void letsOneTryAgainAfterEachPause() {
    IntStream.range(0, 3).forEach(i -> circuit.failed());
    now.addAndGet(SECOND - 1);
    assertThat(circuit.allows()).isFalse();
    now.addAndGet(1);
    assertThat(IntStream.range(0, 10).filter(i -> circuit.allows()).count()).isEqualTo(1);
    now.addAndGet(SECOND - 1);
    assertThat(circuit.allows()).isFalse();
    // a failure begins the pause anew
    circuit.failed();
    now.addAndGet(SECOND - 1);
    assertThat(circuit.allows()).isFalse();
    now.addAndGet(1);
    assertThat(circuit.allows()).isTrue();
    circuit.succeeded();
    assertThat(IntStream.range(0, 10).filter(i -> circuit.allows()).count()).isEqualTo(10);
  }
}
