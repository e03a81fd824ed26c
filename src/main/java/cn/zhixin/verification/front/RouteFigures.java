package cn.zhixin.verification.front;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Figures of one route, by status. Safe for all threads; counting looks nothing up. */
final class RouteFigures {
  private static final int STATUSES = 600;
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofMillis(2_500)
  };

  private final MeterRegistry registry;
  private final String served;
  private final String route;
  private final Counter sent;
  private final AtomicReferenceArray<@Nullable Timer> timers = new AtomicReferenceArray<>(STATUSES);

  /**
   * @param served by whom
   */
  RouteFigures(MeterRegistry registry, String served, String route) {
    this.registry = registry;
    this.served = served;
    this.route = route;
    this.sent =
        Counter.builder("zhixin.front.sent")
            .description("bytes of responses' contents")
            .baseUnit("bytes")
            .tags("served", served, "uri", route)
            .register(registry);
  }

  String route() {
    return route;
  }

  void add(int status, long nanos, long bytes) {
    int known = status < 0 || status >= STATUSES ? 0 : status;
    Timer timer = timers.get(known);
    if (timer == null) {
      // the registry gives the same one to all who ask
      timer = timer(known);
      timers.set(known, timer);
    }
    timer.record(nanos, TimeUnit.NANOSECONDS);
    sent.increment(bytes);
  }

  private Timer timer(int status) {
    return Timer.builder("zhixin.front.requests")
        .description("time from a request's head to the end of its response")
        .tags("served", served, "uri", route, "status", Integer.toString(status))
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }
}
