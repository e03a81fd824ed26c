package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SlowClientsTests extends FrontSite {
  @Test
  void cutsOffWhoDripsAHead() throws Exception {
    assertThat(isCutOff(get(VALID), 100)).isTrue();
  }

  @Test
  void cutsOffWhoDripsABody() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
      assertThat(drips(connection, "x".repeat(100), 100)).isTrue();
    }
  }

  @Test
  void letsASlowPhoneFinish() throws Exception {
    try (RawHttp connection = open()) {
      connection.send(
          "POST /test/length HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n"
              + "Content-Type: application/octet-stream\r\n\r\n");
      for (int i = 0; i < 20; i++) {
        connection.send("x".repeat(3_000));
        Thread.sleep(300);
      }
      assertThat(connection.read().status()).isEqualTo(200);
    }
  }

  private boolean isCutOff(String text, long pause) throws Exception {
    try (RawHttp connection = open()) {
      return drips(connection, text, pause);
    }
  }

  private static boolean drips(RawHttp connection, String text, long pause) throws Exception {
    for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
      try {
        connection.send(new byte[] {one});
      } catch (IOException e) {
        return true;
      }
      Thread.sleep(pause);
    }
    return false;
  }
}
