package cn.zhixin.background;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes a step again and again on a thread of its own, with a pause after each, from the service's
 * start until its stop. Stopping interrupts the step and waits for its end.
 */
public final class BackgroundLoop implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);

  private final String name;
  private final long pauseMillis;
  private final Step step;
  private volatile boolean running;
  private @Nullable Thread thread;

  /** What is done; tells of its own failures. */
  @FunctionalInterface
  public interface Step {
    void take() throws InterruptedException;
  }

  /**
   * @param name of the thread
   */
  public BackgroundLoop(String name, long pauseMillis, Step step) {
    this.name = name;
    this.pauseMillis = pauseMillis;
    this.step = step;
  }

  @Override
  public void start() {
    running = true;
    Thread started = new Thread(this::loop, name);
    started.setDaemon(true);
    started.start();
    thread = started;
  }

  private void loop() {
    try {
      while (running) {
        take();
        Thread.sleep(pauseMillis);
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void take() throws InterruptedException {
    try {
      step.take();
    } catch (RuntimeException e) {
      // one that was not foreseen must not end the loop for good
      LOG.error("{} failed and is tried again", name, e);
    }
  }

  @Override
  public void stop() {
    running = false;
    if (thread == null) {
      return;
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
