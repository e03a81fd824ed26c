package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.front.Progress.Slowness;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ProgressTests {
  private static final FrontProperties LIMITS =
      new FrontProperties(
          Opening.AUTO,
          0,
          10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(45),
          Duration.ofSeconds(10),
          DataSize.ofKilobytes(1),
          java.util.List.of(),
          ProxyHeaders.X_FORWARDED);

  private final Progress progress = new Progress(LIMITS, 0);

  private static long at(long seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  @Test
  void aHeadIsNotSavedByAByteASecond() {
    for (int second = 0; second < 10; second++) {
      progress.bytesCame(at(second));
      assertThat(progress.judge(at(second), true, 0, 0)).isEmpty();
    }
    assertThat(progress.judge(at(10), true, 0, 0)).contains(Slowness.HEAD);
  }

  @Test
  void theNextHeadsTimeBeginsWithItsFirstByte() {
    answerOne();
    assertThat(progress.judge(at(40), true, 0, 0)).isEmpty();
    progress.bytesCame(at(41));
    progress.bytesCame(at(48));
    assertThat(progress.judge(at(50), true, 0, 0)).isEmpty();
    assertThat(progress.judge(at(51), true, 0, 0)).contains(Slowness.HEAD);
  }

  @Test
  void aKeptConnectionMayRestForAWhile() {
    answerOne();
    assertThat(progress.judge(at(45), true, 0, 0)).isEmpty();
    assertThat(progress.judge(at(46), true, 0, 0)).contains(Slowness.IDLE);
  }

  private void answerOne() {
    progress.headCame(at(1));
    progress.requestCame();
    progress.exchangeEnded(at(1));
  }

  @Test
  void aBodyIsNotSavedByAByteASecond() {
    progress.headCame(0);
    for (int second = 1; second < 10; second++) {
      progress.bodyCame(1);
      assertThat(progress.judge(at(second), true, 0, 0)).isEmpty();
    }
    assertThat(progress.judge(at(10), true, 0, 0)).contains(Slowness.BODY);
  }

  @Test
  void aSlowPhoneMaySendForMinutes() {
    progress.headCame(0);
    for (int second = 1; second < 300; second++) {
      // nothing for nine seconds, then a burst
      progress.bodyCame(second % 10 == 9 ? 15_000 : 0);
      assertThat(progress.judge(at(second), true, 0, 0)).as("second " + second).isEmpty();
    }
  }

  @Test
  void nobodyIsBlamedForWhatWeDoNotRead() {
    progress.headCame(0);
    for (int second = 1; second < 100; second++) {
      assertThat(progress.judge(at(second), false, 0, 0)).isEmpty();
    }
    assertThat(progress.judge(at(108), true, 0, 0)).isEmpty();
    assertThat(progress.judge(at(110), true, 0, 0)).contains(Slowness.BODY);
  }

  @Test
  void nobodyIsBlamedWhileTheAnswerIsOursToMake() {
    progress.headCame(0);
    progress.requestCame();
    assertThat(progress.judge(at(1_000), true, 0, 0)).isEmpty();
  }

  @Test
  void aResponseIsTakenAtARate() {
    progress.headCame(0);
    progress.requestCame();
    assertThat(progress.judge(0, true, 0, 0)).isEmpty();
    long taken = 0;
    for (int second = 1; second < 100; second++) {
      taken += 2_000;
      assertThat(progress.judge(at(second), true, 100_000, taken)).isEmpty();
    }
    for (int second = 100; second < 110; second++) {
      taken++;
      progress.judge(at(second), true, 100_000, taken);
    }
    assertThat(progress.judge(at(120), true, 100_000, taken)).contains(Slowness.RESPONSE);
  }
}
