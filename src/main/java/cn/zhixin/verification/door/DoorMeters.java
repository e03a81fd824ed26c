package cn.zhixin.verification.door;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code zhixin.door}: what limits admitted and refused, by the limit's name and nobody else's. */
public final class DoorMeters {
  private DoorMeters() {}

  public static void count(MeterRegistry registry, Limit limit, Decision decision) {
    String outcome = decision instanceof Decision.Refused ? "refused" : "admitted";
    registry.counter("zhixin.door", "limit", limit.name(), "outcome", outcome).increment();
  }
}
