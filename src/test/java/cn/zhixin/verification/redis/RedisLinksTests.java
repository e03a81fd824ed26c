package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.answers.TemporaryRedis;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;

/** Many loops and threads on a real Redis. */
@Timeout(60)
class RedisLinksTests {
  private static final int LOOPS = 4;
  private static final int KEYS = 500;
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
  private TemporaryRedis server;
  private RedisLinks links;

  @BeforeEach
  void open() throws Exception {
    server = new TemporaryRedis();
    links = new RedisLinks(RedisEndpoint.at(server.address()), PATIENT);
  }

  @AfterEach
  void close() throws Exception {
    links.close();
    server.close();
    group.shutdownGracefully(0, 1, SECONDS);
  }

  private static Bytes key(int i) {
    return Bytes.ofUtf8("key " + i);
  }

  /** Of different lengths, up to several times what is read at once. */
  private static Bytes value(int i) {
    return Bytes.ofUtf8(("value " + i + "\r\n").repeat(1 + i * i % 3_001));
  }

  private List<EventLoop> joined() {
    List<EventLoop> loops = new ArrayList<>();
    group.forEach(each -> loops.add((EventLoop) each));
    loops.forEach(links::join);
    return loops;
  }

  private static Optional<Bytes> result(CompletableFuture<Optional<Bytes>> result)
      throws Exception {
    return result.get(30, SECONDS);
  }

  @Test
  void givesBackWhatWasPut() throws Exception {
    links.put(key(1), value(1), Duration.ofMinutes(1));
    assertThat(result(links.get(key(1)))).contains(value(1));
    assertThat(result(links.get(key(2)))).isEmpty();
    try (RedisClient raw = server.client()) {
      assertThat(raw.pttl(key(1).toArray())).isBetween(1L, 60_000L);
    }
  }

  @Test
  void givesEverybodyTheAnswerToHisOwnQuestion() throws Exception {
    for (int i = 0; i < KEYS; i++) {
      links.put(key(i), value(i), Duration.ofMinutes(1));
    }
    // the loops ask over connections of their own, which must not be first
    assertThat(result(links.get(key(KEYS - 1)))).contains(value(KEYS - 1));
    List<CompletableFuture<Void>> walks = new ArrayList<>();
    for (EventLoop loop : joined()) {
      for (int walk = 0; walk < 32; walk++) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        int begin = walks.size();
        loop.execute(() -> walk(loop, begin, 200, done));
        walks.add(done);
      }
    }
    // and threads that are no loops, all the while
    for (int i = 0; i < 2 * KEYS; i++) {
      assertThat(result(links.get(key(i)))).isEqualTo(expected(i));
    }
    for (CompletableFuture<Void> walk : walks) {
      walk.get(30, SECONDS);
    }
    try (RedisClient raw = server.client()) {
      // one for each loop, one for the threads, and that of this test
      assertThat(connections(raw)).isEqualTo(LOOPS + 2);
    }
  }

  private static Optional<Bytes> expected(int i) {
    return i < KEYS ? Optional.of(value(i)) : Optional.empty();
  }

  /** Asks for one key after another, each when the last was answered. */
  private void walk(EventLoop loop, int at, int left, CompletableFuture<Void> done) {
    if (left == 0) {
      done.complete(null);
      return;
    }
    int i = at % (KEYS + 10);
    links
        .get(key(i))
        .whenComplete(
            (found, failure) -> {
              if (failure == null && found.equals(expected(i)) && loop.inEventLoop()) {
                walk(loop, at + 37, left - 1, done);
              } else {
                done.completeExceptionally(
                    new AssertionError("of key " + i + ": " + found + ", " + failure));
              }
            });
  }

  private static long connections(RedisClient raw) {
    return raw.info("clients")
        .lines()
        .filter(line -> line.startsWith("connected_clients:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .sum();
  }

  @Test
  void serversThatEndIdleConnectionsHaveNotFailed() throws Exception {
    List<EventLoop> loops = joined();
    links.put(key(1), value(1), Duration.ofMinutes(1));
    for (int i = 0; i < 5; i++) {
      assertThat(result(links.get(key(1)))).contains(value(1));
      // all end at once: as many failures in a row, if they were some
      for (EventLoop loop : loops) {
        assertThat(onLoop(loop, 1)).contains(value(1));
      }
      try (RedisClient raw = server.client()) {
        raw.sendCommand(() -> ascii("CLIENT"), "KILL", "TYPE", "normal");
      }
      // the end of the connection gets here, and the pause between two passes
      TimeUnit.MILLISECONDS.sleep(200);
      assertThat(links.leftAlone()).isFalse();
    }
  }

  @Test
  void comesBackWhenRedisDoes() throws Exception {
    List<EventLoop> loops = joined();
    links.put(key(1), value(1), Duration.ofMinutes(1));
    assertThat(result(links.get(key(1)))).contains(value(1));
    for (EventLoop loop : loops) {
      assertThat(onLoop(loop, 1)).contains(value(1));
    }
    server.kill();
    for (int i = 0; !links.leftAlone(); i++) {
      assertThat(onLoop(loops.get(i % LOOPS), 1)).isEmpty();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    server.restart();
    try (RedisClient raw = server.client()) {
      raw.set(key(1).toArray(), value(1).toArray());
    }
    for (EventLoop loop : loops) {
      while (onLoop(loop, 1).isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
    assertThat(links.leftAlone()).isFalse();
  }

  private Optional<Bytes> onLoop(EventLoop loop, int i) throws Exception {
    CompletableFuture<Optional<Bytes>> answered = new CompletableFuture<>();
    loop.execute(() -> links.get(key(i)).thenAccept(answered::complete));
    return result(answered);
  }

  @Test
  void signsInWithUserAndPassword() throws Exception {
    try (RedisClient raw = server.client()) {
      raw.sendCommand(
          () -> ascii("ACL"),
          "SETUSER",
          "answers",
          "on",
          ">with:colon",
          "~key*",
          "+get",
          "+set",
          "+select");
      raw.sendCommand(() -> ascii("CONFIG"), "SET", "requirepass", "of all");
    }
    assertThat(putAndGet("answers:with:colon@", "/2")).contains(value(7));
    assertThat(putAndGet(":of%20all@", "")).contains(value(7));
    assertThat(putAndGet("", "")).isEmpty();
    assertThat(putAndGet("answers:another@", "")).isEmpty();
    assertThat(putAndGet("nobody:with:colon@", "")).isEmpty();
  }

  @Test
  void usesTheDatabaseOfTheAddress() throws Exception {
    assertThat(putAndGet("", "/5")).contains(value(7));
    assertThat(result(links.get(key(7)))).isEmpty();
    assertThat(putAndGet("", "/99")).as("there are 16").isEmpty();
  }

  private Optional<Bytes> putAndGet(String user, String database) throws Exception {
    String address = server.address().toString().replace("://", "://" + user) + database;
    try (RedisLinks other =
        new RedisLinks(RedisEndpoint.at(java.net.URI.create(address)), PATIENT)) {
      other.put(key(7), value(7), Duration.ofMinutes(1));
      return result(other.get(key(7)));
    }
  }

  private static byte[] ascii(String command) {
    return command.getBytes(StandardCharsets.US_ASCII);
  }
}
