package cn.zhixin.verification.faults;

import cn.zhixin.verification.answers.TemporaryRedis;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Puts one fault after another, as its seed says. */
final class FaultSchedule {
  private static final long SHORTEST_MILLIS = 200;
  private static final int LONGER_BY_MILLIS = 1_300;
  private static final long REST_MILLIS = 300;

  /** Until pools have thrown away their broken connections. */
  private static final long RECOVERY_MILLIS = 2_500;

  private final Random random;
  private final List<FaultyNode> nodes;
  private final TemporaryRedis server;
  private final HostileRedis redis;
  private volatile Fault present = Fault.NONE;

  FaultSchedule(Random random, List<FaultyNode> nodes, TemporaryRedis server, HostileRedis redis) {
    this.random = random;
    this.nodes = nodes;
    this.server = server;
    this.redis = redis;
  }

  Fault present() {
    return present;
  }

  /** One fault from its beginning to its end, and some rest. */
  void step() throws IOException, InterruptedException {
    Fault fault = Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
    long millis = SHORTEST_MILLIS + random.nextInt(LONGER_BY_MILLIS);
    int which = random.nextInt(nodes.size() + 1);
    List<FaultyNode> struck = which == nodes.size() ? nodes : List.of(nodes.get(which));
    redis.dump();
    present = fault;
    begin(fault, struck);
    Thread.sleep(millis);
    end(fault, struck);
    present = Fault.NONE;
    Thread.sleep(fault.isOfPostgres() ? RECOVERY_MILLIS : REST_MILLIS);
  }

  private void begin(Fault fault, List<FaultyNode> struck)
      throws IOException, InterruptedException {
    switch (fault) {
      case REDIS_STOPPED -> server.pause();
      case REDIS_KILLED -> server.kill();
      case REDIS_FLUSHED -> redis.flush();
      case REDIS_PUT_BACK -> redis.putBack();
      case REDIS_POISONED -> redis.poison();
      default -> struck.forEach(node -> way(fault, node).become(fault.way()));
    }
  }

  private void end(Fault fault, List<FaultyNode> struck) throws IOException, InterruptedException {
    switch (fault) {
      case REDIS_STOPPED -> server.resume();
      case REDIS_KILLED -> server.restart();
      default -> struck.forEach(node -> way(fault, node).become(FaultyWay.State.OPEN));
    }
  }

  private static FaultyWay way(Fault fault, FaultyNode node) {
    return fault.isOfPostgres() ? node.toPostgres : node.toRedis;
  }
}
