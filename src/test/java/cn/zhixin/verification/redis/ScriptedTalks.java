package cn.zhixin.verification.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.encoding.Bytes;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Links to a server that a test tells what to say. */
@Timeout(60)
abstract class ScriptedTalks {
  /** No test ends because of it but those that say so. */
  static final Duration PATIENT = Duration.ofSeconds(30);

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  final EventLoop loop = (EventLoop) group.next();
  ScriptedRedis server;
  RedisLinks links;

  @BeforeEach
  void open() throws Exception {
    server = new ScriptedRedis(ScriptedRedis::honest);
    links = new RedisLinks(server.endpoint(), PATIENT);
  }

  void begin(Duration timeout, ScriptedRedis.Script script) {
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

  CompletableFuture<Optional<Bytes>> get(String key) {
    return links.get(Bytes.ofUtf8(key));
  }

  private static String text(Optional<Bytes> value) {
    return value.map(v -> new String(v.toArray(), StandardCharsets.UTF_8)).orElse("nothing");
  }

  static String result(CompletableFuture<Optional<Bytes>> result) throws Exception {
    return text(result.get(20, SECONDS));
  }

  /** The pause between two connections passes, and the next one is as good as new. */
  void nextConversationWorks() throws Exception {
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
}
