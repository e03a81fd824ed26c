package cn.zhixin.ledger.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;
import cn.zhixin.ledger.tile.Tile;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpLedgerTests {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  @TempDir private Path folder;
  private GrowingLedger ledger = new GrowingLedger(Path.of(""));
  private HttpServer server = start();
  private String address = "";

  private static HttpServer start() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void serve() throws Exception {
    ledger = new GrowingLedger(folder).growTo(600);
    server.setExecutor(threads);
    server.createContext("/ledger/", this::answerFile);
    server.createContext("/busy/", exchange -> answer(exchange, 503, new byte[0]));
    server.createContext("/endless/", exchange -> answer(exchange, 200, new byte[1 << 20]));
    server.createContext("/stuck/", this::stopHalfway);
    server.createContext(
        "/moved/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/ledger/checkpoint");
          answer(exchange, 302, new byte[0]);
        });
    server.start();
    address = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answerFile(HttpExchange exchange) throws IOException {
    Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/ledger/".length()));
    if (Files.isRegularFile(file)) {
      answer(exchange, 200, Files.readAllBytes(file));
    } else {
      answer(exchange, 404, new byte[0]);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void stopHalfway(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 100);
    exchange.getResponseBody().write(1);
    exchange.getResponseBody().flush();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FollowingOutcome follow(String place, FollowedState seen) {
    return new Follower(
            LedgerSource.at(place), ledger.policy(), (done, size) -> {}, GrowingLedger.CLOCK)
        .follow(seen);
  }

  @Test
  void aLedgerBehindAPrefixIsFollowedWithAndWithoutASlash() throws Exception {
    FollowingOutcome first = follow(address + "/ledger", FollowedState.start());
    assertThat(first).isInstanceOf(UpToDate.class);
    ledger.growTo(1_024);
    FollowingOutcome second = follow(address + "/ledger/", ((UpToDate) first).state());
    assertThat(second)
        .isInstanceOfSatisfying(
            UpToDate.class, outcome -> assertThat(outcome.entries().total()).isEqualTo(424));
  }

  @Test
  void aTileThatIsNotFoundIsMissing() throws Exception {
    Files.delete(ledger.file(new Tile(0, 1, Tile.FULL)));
    assertThat(follow(address + "/ledger", FollowedState.start()))
        .isInstanceOfSatisfying(
            Alarm.class, alarm -> assertThat(alarm.code()).isEqualTo("MISSING"));
    assertThat(follow(address + "/nothing", FollowedState.start()))
        .isEqualTo(new CannotTell(CannotTell.Gap.NO_CHECKPOINT, ""));
  }

  @Test
  void otherStatusesAndAServerThatIsNotThereCannotBeTold() {
    assertThat(follow(address + "/busy", FollowedState.start()))
        .isEqualTo(
            new CannotTell(CannotTell.Gap.UNREACHABLE, address + "/busy/checkpoint: status 503"));
    end.countDown();
    server.stop(0);
    assertThat(follow(address + "/ledger", FollowedState.start())).isInstanceOf(CannotTell.class);
  }

  @Test
  void aRedirectIsFollowed() throws Exception {
    assertThat(LedgerSource.at(address + "/moved").checkpoint())
        .isEqualTo(ledger.source().checkpoint());
  }

  @Test
  void noMoreIsReadThanThereCanBe() {
    LedgerSource endless = LedgerSource.at(address + "/endless");
    assertThatThrownBy(endless::checkpoint)
        .isInstanceOf(IOException.class)
        .hasMessage(address + "/endless/checkpoint: more than 262144 bytes");
    assertThatThrownBy(() -> endless.find(new Tile(0, 0, 3)))
        .hasMessageEndingWith("more than 96 bytes");
  }

  @Test
  void anAnswerThatStopsHalfwayIsGivenUp() {
    HttpLedger stuck = new HttpLedger(URI.create(address + "/stuck"), Duration.ofSeconds(1));
    assertThatThrownBy(stuck::checkpoint)
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("no answer within 1 s");
  }

  @Test
  void refusesWhatIsNoAddressOfALedger() {
    for (String place :
        new String[] {"https://", "http://host/a b", "https://host/?q", "http://h/#f"}) {
      assertThatThrownBy(() -> LedgerSource.at(place)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
