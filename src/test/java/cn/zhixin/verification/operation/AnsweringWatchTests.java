package cn.zhixin.verification.operation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.operation.AnsweringWatch.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnsweringWatchTests {
  private final AtomicLong nanos = new AtomicLong();
  private boolean lease = true;
  private boolean registry = true;
  private int probes;

  private final AnsweringWatch watch =
      new AnsweringWatch(
          new AnsweringWatch.Node() {
            @Override
            public boolean holdsLease() {
              return lease;
            }

            @Override
            public boolean readsRegistry() {
              probes++;
              return registry;
            }
          },
          nanos::get);

  private State after(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    return watch.look();
  }

  @Test
  void asksTheRegistryOnlyWithoutALease() {
    assertThat(after(1)).isEqualTo(State.CONFIRMING);
    assertThat(probes).isZero();
    lease = false;
    for (int i = 0; i < 20; i++) {
      assertThat(after(1)).isEqualTo(State.CONFIRMING);
    }
    assertThat(probes).isEqualTo(20);
  }

  @Test
  void isOutOnlyAfterALongLossAndInOnlyAfterATrial() {
    after(1);
    lease = false;
    registry = false;
    assertThat(after(5)).isEqualTo(State.CONFIRMING);
    assertThat(after(4)).isEqualTo(State.CONFIRMING);
    assertThat(after(1)).isEqualTo(State.UNABLE);

    lease = true;
    assertThat(after(1)).isEqualTo(State.UNABLE);
    assertThat(after(2)).isEqualTo(State.UNABLE);
    assertThat(after(1)).isEqualTo(State.CONFIRMING);
  }

  @Test
  void doesNotFlapWithADatabaseThatComesAndGoes() {
    lease = false;
    registry = false;
    after(10);
    for (int i = 0; i < 10; i++) {
      lease = true;
      assertThat(after(1)).isEqualTo(State.UNABLE);
      assertThat(after(1)).isEqualTo(State.UNABLE);
      lease = false;
      assertThat(after(1)).isEqualTo(State.UNABLE);
    }
  }

  @Test
  void aShortLossNowAndThenDoesNotAddUp() {
    for (int i = 0; i < 10; i++) {
      lease = true;
      assertThat(after(1)).isEqualTo(State.CONFIRMING);
      lease = false;
      registry = false;
      assertThat(after(6)).isEqualTo(State.CONFIRMING);
    }
  }
}
