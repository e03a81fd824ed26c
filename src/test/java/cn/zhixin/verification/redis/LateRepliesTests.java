package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A server that keeps to the protocol, but late, in pieces, in another order or not to the end.
 * Nobody waits beyond the timeout, and nobody gets what was meant for another.
 */
class LateRepliesTests extends ScriptedTalks {
  private static final Duration IMPATIENT = Duration.ofMillis(300);

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
}
