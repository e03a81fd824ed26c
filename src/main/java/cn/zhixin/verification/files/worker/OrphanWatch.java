package cn.zhixin.verification.files.worker;

import java.time.Duration;
import java.util.Optional;

/** Ends the worker over whatever file it is when the service that started it is no more. */
final class OrphanWatch {
  private static final Duration LOOK = Duration.ofSeconds(2);

  private OrphanWatch() {}

  static void start() {
    Optional<ProcessHandle> service = ProcessHandle.current().parent();
    Thread watch =
        new Thread(
            () -> {
              while (service.map(ProcessHandle::isAlive).orElse(true)) {
                pause();
              }
              Runtime.getRuntime().halt(0);
            },
            "orphan-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
