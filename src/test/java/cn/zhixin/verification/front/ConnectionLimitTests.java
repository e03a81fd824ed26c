package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A port for three connections. */
@DirtiesContext
@TestPropertySource(
    properties = {
      "zhixin.front.connections=3",
      "zhixin.front.threads=1",
      "zhixin.front.head-time=20s"
    })
class ConnectionLimitTests extends FrontSite {
  @Test
  void theOneThatWasIdleLongestMakesRoom() throws Exception {
    try (RawHttp oldest = open();
        RawHttp second = open();
        RawHttp third = open()) {
      for (RawHttp each : List.of(oldest, second, third)) {
        assertThat(each.send(get(VALID)).read().status()).isEqualTo(200);
      }
      try (RawHttp fourth = open()) {
        assertThat(fourth.send(get(VALID)).read().status()).isEqualTo(200);
        assertThat(oldest.isClosed()).isTrue();
        assertThat(second.send(get("/")).read().status()).isEqualTo(200);
        assertThat(third.send(get(VALID)).read().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void whoIsAtWorkStaysAndSlotsComeFreeAgain() throws Exception {
    List<RawHttp> atWork = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      // heads that are not whole yet
      atWork.add(open().send("GET " + VALID + " HTTP/1.1\r\n"));
      Thread.sleep(50);
    }
    try (RawHttp late = open()) {
      assertThat(isRefused(late)).isTrue();
    }
    for (RawHttp each : atWork) {
      assertThat(each.send("Host: localhost\r\n\r\n").read().status()).isEqualTo(200);
      each.close();
    }
    for (int i = 0; i < 10; i++) {
      assertThat(ask(get(VALID, "Connection: close")).status()).isEqualTo(200);
    }
  }

  /** Closed without a word, or reset while he asked. */
  private static boolean isRefused(RawHttp late) {
    try {
      return late.send(get(VALID)).isClosed();
    } catch (IOException e) {
      return true;
    }
  }
}
