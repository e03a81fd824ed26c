package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that breaks the protocol, or keeps to it too late. Whatever it says, nobody waits beyond
 * the timeout, nobody gets what was meant for another, and the next conversation is a new one.
 */
@Timeout(60)
class StrangeRepliesTests {
  /** No test ends because of it but those that say so. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Duration IMPATIENT = Duration.ofMillis(300);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = (EventLoop) group.next();
  private ScriptedRedis server;
  private RedisLinks links;

  @BeforeEach
  void open() throws Exception {
    server = new ScriptedRedis(ScriptedRedis::honest);
    links = new RedisLinks(server.endpoint(), PATIENT);
  }

  private void begin(Duration timeout, ScriptedRedis.Script script) {
    server.become(script);
    links.close();
    links = new RedisLinks(server.endpoint(), timeout);
  }

  @AfterEach
  void close() throws Exception {
    links.close();
    server.close();
    group.shutdownGracefully(0, 1, SECONDS);
  }

  private CompletableFuture<Optional<Bytes>> get(String key) {
    return links.get(Bytes.ofUtf8(key));
  }

  private static String text(Optional<Bytes> value) {
    return value.map(v -> new String(v.toArray(), StandardCharsets.UTF_8)).orElse("nothing");
  }

  private static String result(CompletableFuture<Optional<Bytes>> result) throws Exception {
    return text(result.get(20, SECONDS));
  }

  /** The pause between two connections passes, and the next one is as good as new. */
  private void nextConversationWorks() throws Exception {
    server.become(ScriptedRedis::honest);
    String found = "nothing";
    while (found.equals("nothing")) {
      TimeUnit.MILLISECONDS.sleep(20);
      found = result(get("next"));
    }
    assertThat(found).isEqualTo("value of next");
    assertThat(result(get("other"))).isEqualTo("value of other");
    assertThat(links.leftAlone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?what\r\n",
        "+PONG\r\n",
        "+OK\r\n",
        ":1\r\n",
        "*1\r\n$1\r\na\r\n",
        "*-1\r\n",
        // RESP3, which was not agreed on
        "_\r\n",
        "%1\r\n+a\r\n+b\r\n",
        "#t\r\n",
        ",1.5\r\n",
        "=5\r\ntxt:a\r\n",
        ">2\r\n+a\r\n+b\r\n",
        "$?\r\n",
        // lengths that are none, or too great
        "$\r\n",
        "$-2\r\n",
        "$-1 \r\n",
        "$1a\r\nb\r\n",
        "$1048577\r\n",
        "$9999999999999999999\r\n",
        "$4294967297\r\na\r\n",
        // values and lines that end where they should not
        "$1\r\nab\r\n",
        "$1\r\na\n\n",
        "$1\ra\r\n",
        "$1\na\r\n",
        "\r\n",
        "\n",
        "HTTP/1.1 400 Bad Request\r\n\r\n"
      })
  void endsTheConversation(String strange) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say(strange);
          talk.listen();
          closed.countDown();
        });
    assertThat(result(get("a"))).isEqualTo("nothing");
    assertThat(closed.await(20, SECONDS)).isTrue();
    nextConversationWorks();
  }

  @Test
  void aLineWithoutEndIsNotReadToItsEnd() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say("-");
          while (true) {
            talk.say("ERR");
          }
        });
    assertThat(result(get("a"))).isEqualTo("nothing");
    nextConversationWorks();
  }

  @Test
  void aValueOfTheGreatestSizeIsRead() throws Exception {
    String great = "x".repeat(RedisConversation.LARGEST);
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say(ScriptedRedis.bulk(great));
          ScriptedRedis.honest(talk);
        });
    assertThat(result(get("a"))).isEqualTo(great);
    assertThat(result(get("b"))).isEqualTo("value of b");
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void aValueThatCouldNotBeReadIsNotPut() throws Exception {
    begin(PATIENT, ScriptedRedis::honest);
    links.put(
        Bytes.ofUtf8("a"),
        Bytes.wrap(new byte[RedisConversation.LARGEST + 1]),
        Duration.ofMinutes(1));
    assertThat(server.connections).hasValue(0);
    assertThat(result(get("b"))).isEqualTo("value of b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$-1\r\n",
        "-ERR unknown command\r\n",
        "-LOADING Redis is loading the dataset in memory\r\n",
        "-NOAUTH Authentication required.\r\n",
        "-MOVED 3999 127.0.0.1:6381\r\n",
        "-\r\n"
      })
  void nothingFoundAndRefusalsEndNothing(String reply) throws Exception {
    begin(
        PATIENT,
        talk -> {
          for (int i = 0; i < 5; i++) {
            talk.next();
            talk.say(reply);
          }
          ScriptedRedis.honest(talk);
        });
    for (int i = 0; i < 5; i++) {
      assertThat(result(get("a"))).isEqualTo("nothing");
    }
    assertThat(result(get("b"))).isEqualTo("value of b");
    assertThat(server.connections).hasValue(1);
    assertThat(links.leftAlone()).isFalse();
  }

  @Test
  void anEmptyValueIsAValue() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say("$0\r\n\r\n");
          ScriptedRedis.honest(talk);
        });
    assertThat(get("a").get(20, SECONDS)).contains(Bytes.wrap(new byte[0]));
    assertThat(result(get("b"))).isEqualTo("value of b");
  }

  @Test
  void repliesInPiecesAreReadAsOne() throws Exception {
    begin(
        PATIENT,
        talk -> {
          for (List<String> command = talk.next(); command != null; command = talk.next()) {
            for (char each : ScriptedRedis.value(command.get(1)).toCharArray()) {
              talk.say(String.valueOf(each));
            }
          }
        });
    for (String key : new String[] {"a", "another", "one more"}) {
      assertThat(result(get(key))).isEqualTo("value of " + key);
    }
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void refusalsOfWhatIsPutEndNothing() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say("-READONLY You can't write against a read only replica.\r\n");
          ScriptedRedis.honest(talk);
        });
    links.put(Bytes.ofUtf8("a"), Bytes.ofUtf8("b"), Duration.ofMinutes(1));
    assertThat(result(get("b"))).isEqualTo("value of b");
    assertThat(server.connections).hasValue(1);
  }

  @Test
  void aValueForWhatWasPutEndsTheConversation() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say(ScriptedRedis.value("a"));
          ScriptedRedis.honest(talk);
        });
    links.put(Bytes.ofUtf8("a"), Bytes.ofUtf8("b"), Duration.ofMinutes(1));
    assertThat(result(get("b"))).isEqualTo("nothing");
    nextConversationWorks();
  }

  @Test
  void aReplyThatNobodyAskedForEndsTheConversation() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say(ScriptedRedis.value("a") + ScriptedRedis.value("poison"));
          talk.listen();
          closed.countDown();
        });
    assertThat(result(get("a"))).isEqualTo("value of a");
    assertThat(closed.await(20, SECONDS)).isTrue();
    nextConversationWorks();
  }

  /** It was read before the question had left, so it cannot be its answer. */
  @Test
  void aReplyFromBeforeTheQuestionIsNotTaken() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.say(ScriptedRedis.value("first") + ScriptedRedis.value("poison"));
          talk.listen();
        });
    links.join(loop);
    CompletableFuture<Optional<Bytes>> second = new CompletableFuture<>();
    loop.execute(
        () -> get("first").thenAccept(first -> get("second").thenAccept(second::complete)));
    assertThat(result(second)).isEqualTo("nothing");
    nextConversationWorks();
  }

  @Test
  void halfAReplyAndSilenceIsNothingInTime() throws Exception {
    begin(
        IMPATIENT,
        talk -> {
          talk.next();
          talk.say("$10\r\nvalue");
          talk.listen();
        });
    long began = System.nanoTime();
    assertThat(result(get("a"))).isEqualTo("nothing");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(IMPATIENT);
    nextConversationWorks();
  }

  @Test
  void aLateReplyIsNobodys() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    begin(
        IMPATIENT,
        talk -> {
          talk.next();
          talk.await(late);
          talk.say(ScriptedRedis.value("late").repeat(100));
          talk.listen();
          over.countDown();
        });
    assertThat(result(get("late"))).isEqualTo("nothing");
    server.become(ScriptedRedis::honest);
    late.countDown();
    for (int i = 0; i < 200; i++) {
      assertThat(result(get("key" + i))).isIn("nothing", "value of key" + i);
    }
    assertThat(over.await(20, SECONDS)).isTrue();
    nextConversationWorks();
  }

  @Test
  void whenOneReplyIsLateAllWhoWaitGetNothingAtOnce() throws Exception {
    begin(
        Duration.ofMillis(400),
        talk -> {
          talk.next();
          talk.say(ScriptedRedis.value("first"));
          talk.listen();
        });
    assertThat(result(get("first"))).isEqualTo("value of first");
    long began = System.nanoTime();
    CompletableFuture<Optional<Bytes>> eldest = get("eldest");
    TimeUnit.MILLISECONDS.sleep(300);
    CompletableFuture<Optional<Bytes>> youngest = get("youngest");
    assertThat(result(youngest)).isEqualTo("nothing");
    assertThat(result(eldest)).isEqualTo("nothing");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(700));
  }

  @Test
  void aConnectionThatBreaksAmongRepliesGivesTheRestNothing() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.next();
          talk.next();
          talk.say(ScriptedRedis.value("a") + "$5\r\nab");
        });
    CompletableFuture<Optional<Bytes>> a = get("a");
    CompletableFuture<Optional<Bytes>> b = get("b");
    CompletableFuture<Optional<Bytes>> c = get("c");
    assertThat(result(a)).isEqualTo("value of a");
    assertThat(result(b)).isEqualTo("nothing");
    assertThat(result(c)).isEqualTo("nothing");
    nextConversationWorks();
  }

  /** Each is the other's: the layer above tells by their seals. */
  @Test
  void repliesAreGivenInTheOrderTheyCome() throws Exception {
    begin(
        PATIENT,
        talk -> {
          talk.next();
          talk.next();
          talk.say(ScriptedRedis.value("b") + ScriptedRedis.value("a"));
          ScriptedRedis.honest(talk);
        });
    CompletableFuture<Optional<Bytes>> a = get("a");
    CompletableFuture<Optional<Bytes>> b = get("b");
    assertThat(result(a)).isEqualTo("value of b");
    assertThat(result(b)).isEqualTo("value of a");
    assertThat(result(get("c"))).isEqualTo("value of c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-WRONGPASS invalid\r\n", "$1\r\na\r\n", "$-1\r\n", ":0\r\n", "+QUEUED\r\n"})
  void nothingIsAskedWhereTheGreetingIsNotTaken(String reply) throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    begin(
        PATIENT,
        talk -> {
          assertThat(talk.next()).containsExactly("AUTH", "zhixin", "secret");
          assertThat(talk.next()).containsExactly("SELECT", "3");
          talk.say(reply);
          while (talk.next() != null) {
            asked.countDown();
          }
        });
    RedisEndpoint plain = server.endpoint();
    try (RedisLinks greeting =
        new RedisLinks(
            new RedisEndpoint(plain.host(), plain.port(), "zhixin", "secret", 3, false), PATIENT)) {
      assertThat(result(greeting.get(Bytes.ofUtf8("a")))).isEqualTo("nothing");
      assertThat(asked.await(50, TimeUnit.MILLISECONDS)).isFalse();
    }
  }
}
