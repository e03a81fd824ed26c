package cn.zhixin.verification.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WarmReadersTests {
  private static final String NAME = "warm-readers-tests";

  private final CountDownLatch hold = new CountDownLatch(1);

  @Test
  void usesFewThreadsWhenTasksComeOneByOne() {
    try (WarmReaders readers = new WarmReaders(NAME, 6, 10)) {
      Set<Thread> all = Collections.synchronizedSet(new HashSet<>());
      for (int i = 0; i < 6; i++) {
        readers.execute(() -> holdOn(all));
      }
      await().until(() -> all.size() == 6);
      hold.countDown();
      await().until(() -> all.stream().allMatch(WarmReadersTests::rests));

      Set<Thread> used = Collections.synchronizedSet(new HashSet<>());
      for (int i = 0; i < 20; i++) {
        int done = i;
        AtomicInteger count = new AtomicInteger(done);
        readers.execute(
            () -> {
              used.add(Thread.currentThread());
              count.incrementAndGet();
            });
        await().until(() -> count.get() > done && used.stream().allMatch(WarmReadersTests::rests));
      }
      assertThat(used).hasSize(1);
    }
  }

  @Test
  void worksOnAsManyAsItMayAndOnTheOthersInTheirOrder() {
    try (WarmReaders readers = new WarmReaders(NAME, 2, 3)) {
      Set<Thread> first = Collections.synchronizedSet(new HashSet<>());
      readers.execute(() -> holdOn(first));
      readers.execute(() -> holdOn(first));
      await().until(() -> first.size() == 2);
      List<Integer> begun = Collections.synchronizedList(new ArrayList<>());
      CountDownLatch oneByOne = new CountDownLatch(1);
      for (int i = 0; i < 3; i++) {
        int number = i;
        readers.execute(
            () -> {
              begun.add(number);
              awaitQuietly(oneByOne);
            });
      }
      assertThatThrownBy(() -> readers.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(begun).isEmpty();

      hold.countDown();
      await().until(() -> begun.size() == 2);
      assertThat(begun).containsExactlyInAnyOrder(0, 1);
      oneByOne.countDown();
      await().until(() -> begun.size() == 3);
    }
  }

  @Test
  void goesOnAfterATaskThatFails() {
    try (WarmReaders readers = new WarmReaders(NAME, 1, 10)) {
      AtomicInteger done = new AtomicInteger();
      readers.execute(
          () -> {
            awaitQuietly(hold);
            // ends its thread in silence
            Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {});
            throw new AssertionError("a task that fails");
          });
      readers.execute(done::incrementAndGet);
      hold.countDown();
      await().until(() -> done.get() == 1);
      await()
          .untilAsserted(
              () -> {
                readers.execute(done::incrementAndGet);
                assertThat(done.get()).isGreaterThan(1);
              });
    }
  }

  @Test
  void refusesWhenItIsClosed() {
    WarmReaders readers = new WarmReaders(NAME, 1, 10);
    readers.close();
    assertThatThrownBy(() -> readers.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    // and is not taken for busy: that would let it wait for good
    assertThatThrownBy(() -> readers.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  private void holdOn(Set<Thread> threads) {
    threads.add(Thread.currentThread());
    awaitQuietly(hold);
  }

  /** For its next task; what {@link #hold} holds waits without a time. */
  private static boolean rests(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
