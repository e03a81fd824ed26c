package cn.zhixin.verification.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Strangers who guess the last six of an identity number, and the holder who knows them. */
class HolderNumberTests extends NumberGuesses {
  @Test
  void comparesNoMoreNumbersOfACodeOnceFiveWereWrongNotEvenTheRightOne() throws Exception {
    assertThat(useUp(CODE)).isEqualTo(5);
    HttpResponse<String> right = number(CODE, TAIL);
    assertThat(right.statusCode()).isEqualTo(429);
    assertThat(PublicClient.problem(right)).isEqualTo("too-many-requests");
    long wait = Long.parseLong(right.headers().firstValue("Retry-After").orElseThrow());
    assertThat(wait).isBetween(600L, 720L);
    assertThat(right.headers().firstValue("RateLimit"))
        .hasValue("\"holder-number-code-3600s\";r=0;t=" + wait);
    assertThat(right.body()).contains("不一定是您", "只填姓名").doesNotContain(TAIL);
    HttpResponse<String> both =
        ask(CODE, "{\"name\":\"" + NAME + "\",\"identityTail\":\"" + TAIL + "\"}");
    assertThat(both.statusCode()).isEqualTo(429);

    HolderSite.later(Duration.ofSeconds(wait));
    assertThat(matches(number(CODE, TAIL))).isTrue();
  }

  @Test
  void keepsNamesAndOtherCertificatesOutOfAStrangersReach() throws Exception {
    useUp(CODE);
    for (int i = 0; i < 20; i++) {
      assertThat(matches(ask(CODE, "{\"name\":\"" + NAME + "\"}"))).isTrue();
      assertThat(matches(ask(CODE, "{\"name\":\"王小明\"}"))).isFalse();
    }
    assertThat(matches(number(PublicSite.REVOKED, TAIL))).isTrue();
  }

  @Test
  void countsNoNumberThatIsRightOrCouldNotBeCompared() throws Exception {
    for (int i = 0; i < 7; i++) {
      assertThat(matches(number(CODE, TAIL))).isTrue();
      assertThat(number(CODE, "003X").statusCode()).isEqualTo(400);
      registry.registryBroken = true;
      assertThat(number(CODE, TAIL).statusCode()).isEqualTo(503);
      registry.registryBroken = false;
    }
    assertThat(useUp(CODE)).isEqualTo(5);
  }

  @Test
  void countsAWrongNameBesideARightNumberAsItDoesAWrongNumber() throws Exception {
    for (int i = 0; i < 5; i++) {
      String claim = "{\"name\":\"王小明\",\"identityTail\":\"" + TAIL + "\"}";
      assertThat(matches(ask(CODE, claim))).isFalse();
    }
    assertThat(number(CODE, TAIL).statusCode()).isEqualTo(429);
  }

  @Test
  void refusesForACodeThatDoesNotExistInTheSameWords() throws Exception {
    assertThat(useUp(PublicSite.UNKNOWN)).isEqualTo(useUp(CODE));
    assertThat(withoutTime(number(PublicSite.UNKNOWN, TAIL).body()))
        .isEqualTo(withoutTime(number(CODE, TAIL).body()));
  }

  private static String withoutTime(String text) {
    return text.replaceAll("\\d{1,2}:\\d{2}", "");
  }

  @Test
  void comparesNoMoreOfManyAtOnce() throws Exception {
    int compared = 0;
    try (Threads threads = new Threads()) {
      List<Callable<Integer>> guesses = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String tail = "00%04d".formatted(i);
        guesses.add(() -> number(CODE, tail).statusCode());
      }
      for (Future<Integer> each : threads.all.invokeAll(guesses)) {
        compared += each.get() == 200 ? 1 : 0;
      }
    }
    assertThat(compared).isBetween(1, 5);
  }

  private static final class Threads implements AutoCloseable {
    private final ExecutorService all = Executors.newFixedThreadPool(20);

    @Override
    public void close() {
      all.shutdownNow();
    }
  }

  /** One secret, one count: else two doors were twice as many guesses. */
  @Test
  void sharesItsCountWithTheHoldersSignIn() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("37100219880812000" + i).statusCode()).isEqualTo(403);
    }
    assertThat(number(CODE, TAIL).statusCode()).isEqualTo(429);
    forget();
    useUp(CODE);
    assertThat(signIn(CertificateFixture.IDENTITY_NUMBER).statusCode()).isEqualTo(429);
  }

  private HttpResponse<String> signIn(String identity) throws Exception {
    return client.send(
        client
            .request(
                "/holder",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "http://localhost:" + port)
            .POST(BodyPublishers.ofString("code=" + CODE + "&identity=" + identity))
            .build());
  }
}
