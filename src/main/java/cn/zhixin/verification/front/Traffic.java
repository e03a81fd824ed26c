package cn.zhixin.verification.front;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.handler.codec.http.HttpRequest;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * What operators see of the public port: each request once, in figures and, if they want it, in a
 * line. Addresses are told as the routes that they fit, never as they were written.
 */
final class Traffic {
  /** Of requests that no route was found for. */
  static final String NO_ROUTE = "none";

  private final MeterRegistry registry;
  private final AccessLog log = new AccessLog();
  private final Map<String, RouteFigures> pages = new ConcurrentHashMap<>();
  private final RouteFigures refused;
  private final Map<Progress.Slowness, Counter> slow = new EnumMap<>(Progress.Slowness.class);
  private final Counter noRoom;

  Traffic(MeterRegistry registry) {
    this.registry = registry;
    this.refused = ofFront(NO_ROUTE);
    for (Progress.Slowness slowness : Progress.Slowness.values()) {
      slow.put(slowness, cutOff(slowness.name().toLowerCase(Locale.ROOT)));
    }
    noRoom = cutOff("no-room");
  }

  private Counter cutOff(String reason) {
    return Counter.builder("zhixin.front.cut.off")
        .description("connections that were closed without their clients' wish")
        .tag("reason", reason)
        .register(registry);
  }

  /** Figures of what the front answers itself. */
  RouteFigures ofFront(String route) {
    return new RouteFigures(registry, "front", route);
  }

  /** Begins the account of a request that is handed on. */
  Account handsOn(HttpRequest request) {
    return new Account(this, request.method().name(), request.uri(), System.nanoTime());
  }

  void handedOn(Account account, String route, int status, long nanos, long bytes) {
    pages
        .computeIfAbsent(route, name -> new RouteFigures(registry, "pages", name))
        .add(status, nanos, bytes);
    line(account.method(), route, account.address(), status, nanos, bytes);
  }

  /** A request that nobody here could or would read. */
  void refused(String method, int status, long nanos, long bytes) {
    refused.add(status, nanos, bytes);
    line(method, NO_ROUTE, "", status, nanos, bytes);
  }

  void line(String method, String route, String address, int status, long nanos, long bytes) {
    if (log.isOn()) {
      log.write(method, route, address, status, nanos, bytes);
    }
  }

  void cutOff(Progress.Slowness slowness) {
    Objects.requireNonNull(slow.get(slowness), "each has a counter").increment();
  }

  /** A connection that was closed because there were too many. */
  void madeRoom() {
    noRoom.increment();
  }

  void watch(Front front, ToDoubleFunction<Front> connections, int most) {
    Gauge.builder("zhixin.front.connections", front, connections)
        .description("connections of clients")
        .register(registry);
    Gauge.builder("zhixin.front.connections.limit", () -> most)
        .description("connections of clients at once, at most")
        .register(registry);
  }
}
