package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server that breaks the protocol. Whatever it says, nobody gets what was meant for another, and
 * the next conversation is a new one.
 */
class StrangeRepliesTests extends ScriptedTalks {
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
        "$1x\na\r\n",
        "$-1x\n",
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
    Queue<String> commands = new ConcurrentLinkedQueue<>();
    begin(
        PATIENT,
        talk -> {
          for (List<String> each = talk.next(); each != null; each = talk.next()) {
            commands.add(each.get(0));
            talk.say(each.get(0).equals("GET") ? ScriptedRedis.value(each.get(1)) : "+OK\r\n");
          }
        });
    links.put(
        Bytes.ofUtf8("a"),
        Bytes.wrap(new byte[RedisConversation.LARGEST + 1]),
        Duration.ofMinutes(1));
    assertThat(result(get("b"))).isEqualTo("value of b");
    assertThat(commands).containsExactly("GET");
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
