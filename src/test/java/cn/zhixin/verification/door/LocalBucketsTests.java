package cn.zhixin.verification.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalBucketsTests {
  private static final Limit THREE_A_MINUTE = new Limit("test", Allowance.valueOf("3/1m"));

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final LocalBuckets<String> buckets = new LocalBuckets<>(THREE_A_MINUTE, nanos::get);

  @Test
  void admitAllAtOnceAndThenOneAfterEachPartOfTheTime() {
    for (int left = 2; left >= 0; left--) {
      assertThat(standing(buckets.take("a")).remaining()).isEqualTo(left);
    }
    var refused = (Decision.Refused) buckets.take("a");
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(20));

    nanos.addAndGet(refused.retryAfter().toNanos() - 1);
    assertThat(buckets.take("a")).isInstanceOf(Decision.Refused.class);
    nanos.incrementAndGet();
    assertThat(standing(buckets.take("a")).remaining()).isZero();
    assertThat(buckets.take("a")).isInstanceOf(Decision.Refused.class);
  }

  @Test
  void countEachSubjectByItself() {
    IntStream.range(0, 9).forEach(each -> buckets.take("a"));

    assertThat(standing(buckets.take("b")).remaining()).isEqualTo(2);
  }

  @Test
  void sayWhenNothingCountsAnyMore() {
    assertThat(standing(buckets.take("a")).resetAfter()).isEqualTo(Duration.ofSeconds(20));
    assertThat(standing(buckets.take("a")).resetAfter()).isEqualTo(Duration.ofSeconds(40));

    nanos.addAndGet(Duration.ofSeconds(40).toNanos());
    assertThat(standing(buckets.take("a")).remaining()).isEqualTo(2);
  }

  @Test
  void admitNoMoreToManyThreadsThanToOne() throws Exception {
    LocalBuckets<String> wide =
        new LocalBuckets<>(new Limit("wide", Allowance.valueOf("1000/1h")), nanos::get);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Long> many =
          () ->
              IntStream.range(0, 1000)
                  .filter(each -> wide.take("a") instanceof Decision.Admitted)
                  .count();
      long admitted = 0;
      for (Future<Long> each : threads.invokeAll(List.of(many, many, many, many))) {
        admitted += each.get();
      }
      assertThat(admitted).isEqualTo(1000);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Decision.Standing standing(Decision decision) {
    return ((Decision.Admitted) decision).standings().get(0);
  }
}
