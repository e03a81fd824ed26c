package cn.zhixin.verification.faults;

import cn.zhixin.verification.answers.TemporaryRedis;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Puts faults one after another, or one of Redis with another beside it, as its seed says. */
final class FaultSchedule {
  private static final long SHORTEST_MILLIS = 200;
  private static final int LONGER_BY_MILLIS = 1_300;
  private static final long REST_MILLIS = 300;
  private static final long LAG_MILLIS = 50;
  private static final int LARGEST_JUMP_MILLIS = 3_600_000;

  /** Until pools have thrown away their broken connections. */
  private static final long RECOVERY_MILLIS = 2_500;

  private static final List<Fault> OF_REDIS =
      Arrays.stream(Fault.values()).filter(Fault::isOfRedis).toList();
  private static final List<Fault> OTHERS =
      Arrays.stream(Fault.values()).filter(fault -> !fault.isOfRedis()).toList();

  private final Random random;
  private final List<FaultyNode> nodes;
  private final TemporaryRedis server;
  private final HostileRedis redis;
  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private volatile Step present = Step.REST;

  FaultSchedule(Random random, List<FaultyNode> nodes, TemporaryRedis server, HostileRedis redis) {
    this.random = random;
    this.nodes = nodes;
    this.server = server;
    this.redis = redis;
  }

  /**
   * What is wrong at one time.
   *
   * @param number 1 for the first; 0 while nothing is wrong
   */
  record Step(int number, List<Fault> faults) {
    static final Step REST = new Step(0, List.of());

    boolean isOfRedisAlone() {
      return !faults.isEmpty() && faults.stream().allMatch(Fault::isOfRedis);
    }
  }

  Step present() {
    return present;
  }

  /** All that it did, in words. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** Faults from their beginning to their end, and some rest. */
  void step() throws IOException, InterruptedException {
    List<Fault> faults = draw();
    long millis = SHORTEST_MILLIS + random.nextInt(LONGER_BY_MILLIS);
    int which = random.nextInt(nodes.size() + 1);
    List<FaultyNode> struck = which == nodes.size() ? nodes : List.of(nodes.get(which));
    told.add(faults + " at " + (struck == nodes ? "all" : "node " + which) + " " + millis + " ms");
    redis.dump();
    present = new Step(told.size(), faults);
    for (Fault fault : faults) {
      begin(fault, struck);
    }
    last(faults, millis);
    for (Fault fault : faults) {
      end(fault, struck);
    }
    present = Step.REST;
    Thread.sleep(faults.stream().anyMatch(Fault::isOfPostgres) ? RECOVERY_MILLIS : REST_MILLIS);
  }

  private List<Fault> draw() {
    List<Fault> faults = new ArrayList<>();
    int kind = random.nextInt(4);
    if (kind != 0) {
      faults.add(OF_REDIS.get(random.nextInt(OF_REDIS.size())));
    }
    if (kind < 2) {
      faults.add(OTHERS.get(random.nextInt(OTHERS.size())));
    }
    return faults;
  }

  private void last(List<Fault> faults, long millis) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (System.nanoTime() < end) {
      if (faults.contains(Fault.REDIS_LAGS)) {
        redis.lag();
      }
      Thread.sleep(LAG_MILLIS);
    }
  }

  private void begin(Fault fault, List<FaultyNode> struck)
      throws IOException, InterruptedException {
    switch (fault) {
      case REDIS_STOPPED -> server.pause();
      case REDIS_KILLED -> server.kill();
      case REDIS_FLUSHED -> redis.flush();
      case REDIS_PUT_BACK -> redis.putBack();
      case REDIS_POISONED -> redis.poison();
      case REDIS_LAGS -> redis.lag();
      case NODE_PAUSED -> struck.forEach(node -> node.clock.pause(true));
      case NODE_SLOW -> struck.forEach(node -> node.clock.slow(true));
      case CLOCK_FORWARD -> jump(struck, 1 + random.nextInt(LARGEST_JUMP_MILLIS));
      case CLOCK_BACK -> jump(struck, -1 - random.nextInt(LARGEST_JUMP_MILLIS));
      default -> struck.forEach(node -> way(fault, node).become(fault.way()));
    }
  }

  private static void jump(List<FaultyNode> struck, int millis) {
    struck.forEach(node -> node.clock.jump(Duration.ofMillis(millis)));
  }

  private void end(Fault fault, List<FaultyNode> struck) throws IOException, InterruptedException {
    switch (fault) {
      case REDIS_STOPPED -> server.resume();
      case REDIS_KILLED -> server.restart();
      case NODE_PAUSED -> struck.forEach(node -> node.clock.pause(false));
      case NODE_SLOW -> struck.forEach(node -> node.clock.slow(false));
      default -> struck.forEach(node -> way(fault, node).become(FaultyWay.State.OPEN));
    }
  }

  private static FaultyWay way(Fault fault, FaultyNode node) {
    return fault.isOfPostgres() ? node.toPostgres : node.toRedis;
  }
}
