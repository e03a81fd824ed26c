package cn.zhixin.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackgroundLoopTests {
  @Test
  void goesOnAfterAStepThatFailed() throws Exception {
    CountDownLatch steps = new CountDownLatch(3);
    BackgroundLoop loop =
        new BackgroundLoop(
            "test",
            1,
            () -> {
              steps.countDown();
              throw new IllegalStateException("as the test wants");
            });
    loop.start();
    assertThat(steps.await(20, TimeUnit.SECONDS)).isTrue();
    loop.stop();
    assertThat(loop.isRunning()).isFalse();
  }

  @Test
  void stopInterruptsTheStepAndWaitsForItsEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    BackgroundLoop loop =
        new BackgroundLoop(
            "test",
            1,
            () -> {
              begun.countDown();
              try {
                Thread.sleep(60_000);
              } finally {
                ended.set(true);
              }
            });
    loop.start();
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    loop.stop();
    assertThat(ended).isTrue();
  }
}
