package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.PublicSite;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The port at the end of a node's life. */
@Timeout(90)
class StopTests {
  /** Seconds; in one test it must pass. */
  private static final int SHORT_BOUND = 5;

  /** Seconds; in the other it must not, however slow the machine is. */
  private static final int LONG_BOUND = 40;

  private @Nullable ConfigurableApplicationContext opened;
  private int port;

  private ConfigurableApplicationContext start(int bound) {
    FrontSite.reached = new CountDownLatch(1);
    FrontSite.goOn = new CountDownLatch(1);
    ConfigurableApplicationContext site =
        new SpringApplicationBuilder(PublicSite.class, FrontSite.Echo.class)
            .run(
                "--server.port=0",
                "--zhixin.database.embedded=false",
                "--zhixin.redis.embedded=false",
                "--zhixin.answers.registry-timeout=1m",
                "--spring.lifecycle.timeout-per-shutdown-phase=" + bound + "s");
    opened = site;
    port = site.getEnvironment().getRequiredProperty("local.server.port", int.class);
    return site;
  }

  @AfterEach
  void end() {
    FrontSite.goOn.countDown();
    if (opened != null) {
      opened.close();
    }
  }

  private void isShut() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(LONG_BOUND / 2))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> new RawHttp(port).close())
                    .isInstanceOf(ConnectException.class));
  }

  @Test
  void whatIsUnderWayEndsWholeAndNobodyElseIsLetIn() throws Exception {
    ConfigurableApplicationContext site = start(LONG_BOUND);
    FakeRegistry registry = site.getBean(FakeRegistry.class);
    CountDownLatch read = new CountDownLatch(1);
    registry.duringRead =
        () -> {
          read.countDown();
          await(FrontSite.goOn);
        };
    try (RawHttp hot = new RawHttp(port);
        RawHttp page = new RawHttp(port);
        RawHttp kept = new RawHttp(port)) {
      kept.send(FrontSite.get("/robots.txt")).read();
      hot.send(FrontSite.get("/api/v1/certificates/" + PublicSite.RESUMED));
      page.send(FrontSite.get("/test/held/word"));
      read.await();
      FrontSite.reached.await();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(site::close);
      isShut();
      assertThat(kept.isClosed()).isTrue();
      assertThat(stopped).isNotDone();
      FrontSite.goOn.countDown();
      for (RawHttp each : new RawHttp[] {hot, page}) {
        RawHttp.Response response = each.read();
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Connection")).isEqualTo("close");
        assertThat(response.body()).containsAnyOf("\"VALID\"", "told whole");
        assertThat(each.isClosed()).isTrue();
      }
      stopped.get(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void whoTakesHisAnswerSlowlyIsNotWaitedForForEver() throws Exception {
    ConfigurableApplicationContext site = start(SHORT_BOUND);
    try (RawHttp slow = new RawHttp(port)) {
      slow.socket().setReceiveBufferSize(4_096);
      for (int i = 0; i < 30; i++) {
        slow.send(FrontSite.get("/test/large"));
      }
      Thread.sleep(500);
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(site::close);
      isShut();
      Awaitility.await().atMost(Duration.ofSeconds(10 * SHORT_BOUND)).until(stopped::isDone);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the test forgot this read");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
