package cn.zhixin.verification.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.StateFeed;
import cn.zhixin.certificate.VerificationCode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.Test;

class FeedFollowerTests {
  /** A database whose answer takes a while. */
  private static final class SlowFeed implements StateFeed {
    private final CountDownLatch asked = new CountDownLatch(1);
    private volatile boolean answered;

    @Override
    public long history() {
      return 1;
    }

    @Override
    public Optional<Entry> snapshot(ObjIntConsumer<VerificationCode> changed) {
      asked.countDown();
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        throw new IllegalStateException("the query is lost", e);
      }
      answered = true;
      return Optional.empty();
    }

    @Override
    public List<Entry> after(long position, int limit) {
      return List.of();
    }
  }

  /** Whatever is closed after it, the database first of all, is not read from any more. */
  @Test
  void isClosedWhenItsLastQueryIsAnswered() throws Exception {
    SlowFeed feed = new SlowFeed();
    FeedFollower follower =
        new FeedFollower(
            new Freshness(
                feed,
                NodeClock.ofSystem(Clock.systemUTC()),
                new FreshnessTimes(Duration.ofSeconds(2), Duration.ofMillis(200))),
            Duration.ofMillis(50));
    follower.start();
    assertThat(feed.asked.await(5, TimeUnit.SECONDS)).isTrue();
    follower.close();
    assertThat(feed.answered).isTrue();
  }
}
