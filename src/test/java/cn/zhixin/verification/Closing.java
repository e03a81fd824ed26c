package cn.zhixin.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/**
 * Something that is being closed, on a thread of its own, so that what it waits for can be given to
 * it when it is seen to wait, and not after a time that some machine does not keep.
 */
public final class Closing {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Thread thread;

  private Closing(Thread thread) {
    this.thread = thread;
  }

  public static Closing of(AutoCloseable closed) {
    Thread thread =
        new Thread(
            () -> {
              try {
                closed.close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            },
            "closing");
    thread.setDaemon(true);
    thread.start();
    return new Closing(thread);
  }

  /** Looks until it waits for something; false if it ended instead. */
  public boolean waits() throws InterruptedException {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      switch (thread.getState()) {
        case WAITING, TIMED_WAITING -> {
          return true;
        }
        case TERMINATED -> {
          return false;
        }
        default -> Thread.sleep(1);
      }
    }
    throw new AssertionError("neither waits nor ends");
  }

  /** Waits until it is closed. */
  public void end() throws InterruptedException {
    thread.join(LONGEST.toMillis());
    assertThat(thread.isAlive()).as("still being closed").isFalse();
  }
}
