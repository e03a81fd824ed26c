package cn.zhixin.verification.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhixin.RunningService;
import cn.zhixin.verification.PublicSite;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The port at the beginning of a node's life. */
@Timeout(90)
class OpeningTests {
  private static final int SHORT_MILLIS = 300;
  private static final int LONG_MILLIS = 30_000;

  /** What happens while the pages' parts are made. */
  private Callable<?> meanwhile = () -> "nothing";

  private int port;

  @BeforeEach
  void choosePort() throws Exception {
    port = RunningService.freePort();
  }

  private ConfigurableApplicationContext start(String opening) {
    return new SpringApplicationBuilder(PublicSite.class, FrontSite.Echo.class)
        .initializers(this::addPart)
        .run(
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--zhixin.front.opening=" + opening,
            "--zhixin.database.embedded=false",
            "--zhixin.redis.embedded=false");
  }

  private void addPart(ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context).registerBean("part", Object.class, this::make);
  }

  private Object make() {
    try {
      return meanwhile.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private RawHttp open() {
    return Awaitility.await()
        .atMost(Duration.ofMillis(LONG_MILLIS))
        .ignoreExceptions()
        .until(() -> new RawHttp(port), connection -> true);
  }

  @Test
  void answersAreGivenBeforeThePagesAreThereAndPagesOnceTheyAre() throws Exception {
    AtomicReference<RawHttp> early = new AtomicReference<>();
    meanwhile =
        () -> {
          try (RawHttp answers = open()) {
            answers.send(FrontSite.get(FrontSite.VALID));
            assertThat(answers.read().status()).isEqualTo(200);
          }
          RawHttp pages = open();
          early.set(pages);
          pages.socket().setSoTimeout(SHORT_MILLIS);
          pages.send(FrontSite.get("/test/echo"));
          assertThatThrownBy(pages::read).isInstanceOf(SocketTimeoutException.class);
          return "looked";
        };
    try (ConfigurableApplicationContext site = start("early");
        RawHttp pages = Objects.requireNonNull(early.get())) {
      assertThat(site.isRunning()).isTrue();
      pages.socket().setSoTimeout(LONG_MILLIS);
      assertThat(pages.read().status()).isEqualTo(200);
    }
  }

  @Test
  void whoeverWaitedTooLongForAPageIsToldToComeAgain() throws Exception {
    meanwhile =
        () -> {
          try (RawHttp reader = open();
              RawHttp program = open()) {
            reader.send(FrontSite.get("/test/echo") + FrontSite.get(FrontSite.VALID));
            program.send(FrontSite.get("/api/v1/catalogue"));
            RawHttp.Response page = reader.read();
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.header("Retry-After")).isEqualTo("5");
            assertThat(page.body()).contains("<html lang=\"zh-CN\">", "请稍后再试");
            assertThat(reader.read().body()).as("on the same connection").contains("\"VALID\"");
            RawHttp.Response problem = program.read();
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.header("Retry-After")).isEqualTo("5");
            assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(problem.body()).contains("urn:zhixin:problem:unavailable");
          }
          return "looked";
        };
    try (ConfigurableApplicationContext site = start("early");
        RawHttp pages = open()) {
      assertThat(site.isRunning()).isTrue();
      assertThat(pages.send(FrontSite.get("/test/echo")).read().status()).isEqualTo(200);
    }
  }

  @Test
  void nobodyIsLetInBeforeThePagesWhereThatIsAsked() throws Exception {
    meanwhile =
        () -> {
          Thread.sleep(SHORT_MILLIS);
          assertThatThrownBy(() -> new RawHttp(port).close()).isInstanceOf(ConnectException.class);
          return "looked";
        };
    try (ConfigurableApplicationContext site = start("with-pages");
        RawHttp pages = open()) {
      assertThat(site.isRunning()).isTrue();
      pages.send(FrontSite.get("/test/echo"));
      assertThat(pages.read().status()).isEqualTo(200);
    }
  }

  @Test
  void listensAgainAfterItWasStopped() throws Exception {
    try (ConfigurableApplicationContext site = start("early")) {
      site.stop();
      assertThatThrownBy(() -> new RawHttp(port).close()).isInstanceOf(ConnectException.class);
      site.start();
      for (String path : new String[] {FrontSite.VALID, "/test/echo"}) {
        try (RawHttp connection = open()) {
          assertThat(connection.send(FrontSite.get(path)).read().status()).isEqualTo(200);
        }
      }
    }
  }

  @Test
  void aStartThatFailsBeforeThePortIsOpenEndsToo() {
    meanwhile =
        () -> {
          throw new IllegalStateException("a wrong setting");
        };
    assertThatThrownBy(() -> start("with-pages")).hasStackTraceContaining("a wrong setting");
    assertThatThrownBy(() -> new RawHttp(port).close()).isInstanceOf(ConnectException.class);
  }

  @Test
  void aStartThatFailsLaterLetsThePortGo() {
    meanwhile =
        () -> {
          open().close();
          throw new IllegalStateException("a wrong setting");
        };
    assertThatThrownBy(() -> start("early")).hasStackTraceContaining("a wrong setting");
    assertThatThrownBy(() -> new RawHttp(port).close()).isInstanceOf(ConnectException.class);
  }

  @Test
  void aPortThatIsTakenEndsTheStart() throws Exception {
    try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> start("auto"))
          .hasStackTraceContaining(PortInUseException.class.getName())
          .hasStackTraceContaining(Integer.toString(other.getLocalPort()));
    }
  }
}
