package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When things are sent, how many wait, and for how long. */
@Timeout(60)
class RedisPatienceTests {
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = (EventLoop) group.next();
  private final List<AutoCloseable> open = new ArrayList<>();

  private ScriptedRedis server(ScriptedRedis.Script script) throws Exception {
    ScriptedRedis server = new ScriptedRedis(script);
    open.add(server);
    return server;
  }

  /** Of the test's loop too. */
  private RedisLinks links(RedisEndpoint endpoint, Duration timeout) {
    RedisLinks links = new RedisLinks(endpoint, timeout);
    links.join(loop);
    open.add(links);
    return links;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    group.shutdownGracefully(0, 1, SECONDS);
  }

  private static Bytes key(int i) {
    return Bytes.ofUtf8("key" + i);
  }

  private static Optional<Bytes> value(int i) {
    return Optional.of(Bytes.ofUtf8("value of key" + i));
  }

  /** Asks for several keys in one pass of the loop. */
  private List<CompletableFuture<Optional<Bytes>>> ask(RedisLinks links, int keys)
      throws Exception {
    List<CompletableFuture<Optional<Bytes>>> asked = new ArrayList<>();
    loop.submit(
            () -> {
              for (int i = 0; i < keys; i++) {
                asked.add(links.get(key(i)));
              }
            })
        .get(20, SECONDS);
    return asked;
  }

  private static Optional<Bytes> result(CompletableFuture<Optional<Bytes>> result)
      throws Exception {
    return result.get(20, SECONDS);
  }

  @Test
  void whatIsAskedInOnePassLeavesInOneWrite() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    ScriptedRedis server =
        server(
            talk -> {
              talk.next();
              talk.say(ScriptedRedis.value("key0"));
              int before = talk.reads;
              for (int i = 0; i < 300; i++) {
                assertThat(talk.next()).containsExactly("GET", "key" + i);
              }
              reads.set(talk.reads - before);
              for (int i = 0; i < 300; i++) {
                talk.say(ScriptedRedis.value("key" + i));
              }
              talk.listen();
            });
    RedisLinks links = links(server.endpoint(), PATIENT);
    assertThat(result(ask(links, 1).get(0))).isEqualTo(value(0));
    List<CompletableFuture<Optional<Bytes>>> asked = ask(links, 300);
    for (int i = 0; i < 300; i++) {
      assertThat(result(asked.get(i))).isEqualTo(value(i));
    }
    assertThat(reads).hasValue(1);
  }

  @Test
  void noMoreThanSomeThousandsWait() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    ScriptedRedis server =
        server(
            talk -> {
              talk.await(goOn);
              ScriptedRedis.honest(talk);
            });
    RedisLinks links = links(server.endpoint(), PATIENT);
    int most = RedisConversation.MOST_WAITING;
    List<CompletableFuture<Optional<Bytes>>> asked = ask(links, most + 100);
    for (int i = most; i < most + 100; i++) {
      assertThat(asked.get(i)).isCompletedWithValue(Optional.empty());
    }
    goOn.countDown();
    for (int i = 0; i < most; i++) {
      assertThat(result(asked.get(i))).isEqualTo(value(i));
    }
    assertThat(result(ask(links, 1).get(0))).isEqualTo(value(0));
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void closingGivesNothingToAllWhoWait() throws Exception {
    ScriptedRedis server = server(ScriptedRedis.Talk::listen);
    RedisLinks links = links(server.endpoint(), PATIENT);
    List<CompletableFuture<Optional<Bytes>>> waiting = new ArrayList<>(ask(links, 50));
    for (int i = 0; i < 50; i++) {
      waiting.add(links.get(key(i)));
    }
    long began = System.nanoTime();
    links.close();
    for (CompletableFuture<Optional<Bytes>> each : waiting) {
      assertThat(result(each)).isEmpty();
    }
    assertThat(links.get(key(1))).isCompletedWithValue(Optional.empty());
    assertThat(ask(links, 1).get(0)).isCompletedWithValue(Optional.empty());
    links.close();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  /** Whoever was dialled for is gone when the connection is there. */
  @Test
  void closingWhileItConnectsLeavesNoConnectionBehind() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    ScriptedRedis server =
        server(
            talk -> {
              talk.listen();
              closed.countDown();
            });
    RedisLinks links = links(server.endpoint(), PATIENT);
    CountDownLatch held = new CountDownLatch(1);
    loop.execute(
        () -> {
          links.get(key(1));
          // before the loop hears of the connection
          links.close();
          held.countDown();
        });
    assertThat(held.await(20, SECONDS)).isTrue();
    assertThat(closed.await(20, SECONDS)).isTrue();
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void aLoopThatEndsFirstHarmsNobodyElse() throws Exception {
    ScriptedRedis server = server(ScriptedRedis::honest);
    RedisLinks links = links(server.endpoint(), PATIENT);
    assertThat(result(ask(links, 1).get(0))).isEqualTo(value(0));
    group.shutdownGracefully(0, 1, SECONDS).get(20, SECONDS);
    assertThat(result(links.get(key(1)))).isEqualTo(value(1));
  }

  /** After three failures in a row, one a second tries again. */
  @Test
  void aSilentServerIsLeftAloneSoon() throws Exception {
    ScriptedRedis server = server(ScriptedRedis.Talk::listen);
    Duration timeout = Duration.ofMillis(100);
    RedisLinks links = links(server.endpoint(), timeout);
    long began = System.nanoTime();
    while (!links.leftAlone()) {
      assertThat(result(links.get(key(1)))).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(timeout.multipliedBy(3));
    began = System.nanoTime();
    for (int i = 0; i < 10_000; i++) {
      assertThat(result(links.get(key(1)))).isEmpty();
    }
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertThat(server.connections.get()).isLessThanOrEqualTo(5 + (int) seconds);
    server.become(ScriptedRedis::honest);
    while (result(links.get(key(1))).isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(links.leftAlone()).isFalse();
  }

  @Test
  void connectionsAreNotMadeInAHurry() throws Exception {
    ScriptedRedis server =
        server(
            talk -> {
              talk.next();
              talk.say(ScriptedRedis.value("key1"));
            });
    RedisLinks links = links(server.endpoint(), PATIENT);
    long began = System.nanoTime();
    int found = 0;
    while (found < 4) {
      found += result(links.get(key(1))).isPresent() ? 1 : 0;
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(150));
    assertThat(server.connections.get()).isBetween(4, 8);
  }

  /** A pause of the whole program, as for its memory, is not Redis' fault. */
  @Test
  void whatCameWhileTheLoopWasHeldUpIsReadFirst() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    ScriptedRedis server =
        server(
            talk -> {
              talk.next();
              talk.say(ScriptedRedis.value("key0"));
              talk.next();
              talk.await(held);
              talk.say(ScriptedRedis.value("key5"));
              talk.listen();
            });
    RedisLinks links = links(server.endpoint(), Duration.ofSeconds(1));
    RedisLinks others = links(server(ScriptedRedis::honest).endpoint(), PATIENT);
    assertThat(result(ask(links, 1).get(0))).isEqualTo(value(0));
    CompletableFuture<Optional<Bytes>> asked = new CompletableFuture<>();
    loop.execute(
        () -> {
          links.get(key(5)).thenAccept(asked::complete);
          // held up where it reads, with more to look at than it knows of
          others
              .get(key(1))
              .thenRun(
                  () -> {
                    held.countDown();
                    hold();
                  });
        });
    assertThat(result(asked)).isEqualTo(value(5));
  }

  private static void hold() {
    try {
      TimeUnit.MILLISECONDS.sleep(1_500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aServerThatIsNotThereIsNothingFound() throws Exception {
    ScriptedRedis server = server(ScriptedRedis::honest);
    RedisEndpoint endpoint = server.endpoint();
    server.close();
    RedisLinks links = links(endpoint, PATIENT);
    assertThat(result(ask(links, 1).get(0))).isEmpty();
    assertThat(result(links.get(key(1)))).isEmpty();
  }

  @Test
  void aNameThatNobodyHasIsNothingFound() throws Exception {
    RedisLinks links =
        links(new RedisEndpoint("redis.invalid", 6_379, null, null, 0, false), PATIENT);
    assertThat(result(ask(links, 1).get(0))).isEmpty();
  }

  @Test
  void aNameIsLookedUp() throws Exception {
    ScriptedRedis server = server(ScriptedRedis::honest);
    RedisLinks links =
        links(
            new RedisEndpoint("localhost", server.endpoint().port(), null, null, 0, false),
            PATIENT);
    assertThat(result(ask(links, 1).get(0))).isEqualTo(value(0));
    assertThat(result(links.get(key(1)))).isEqualTo(value(1));
  }
}
