package cn.zhixin.verification.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.catalogue.UnifiedCreditCode;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.NewApiKey;
import cn.zhixin.people.Organisation;
import cn.zhixin.people.Organisations;
import cn.zhixin.people.Sessions;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Strangers who guess the last six of an identity number, and those who ask with the right ones all
 * the same; with the counts of wrong numbers as shipped.
 */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HolderNumberTests {
  private static final VerificationCode CODE = PublicSite.VALID;
  private static final String NAME = "丛培元";
  private static final String TAIL = CertificateFixture.IDENTITY_NUMBER.substring(12);

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    for (String setting : HolderSite.SETTINGS) {
      int equals = setting.indexOf('=');
      properties.add(setting.substring(0, equals), () -> setting.substring(equals + 1));
    }
  }

  @LocalServerPort private int port;
  @Autowired private DataSource database;
  @Autowired private Organisations organisations;
  @Autowired private ApiKeys keys;
  @Autowired private Sessions sessions;
  @Autowired private FakeRegistry registry;
  private PublicClient client;

  /** Other tests have the same database, and mean no guesser. */
  @AfterEach
  void forget() {
    registry.registryBroken = false;
    JdbcClient.create(database).sql("delete from holder_attempt").update();
  }

  @BeforeEach
  void open() {
    forget();
    client = new PublicClient(port);
  }

  private HttpResponse<String> ask(VerificationCode code, String claim, String... headers)
      throws Exception {
    return client.postJson("/api/v1/certificates/" + code + "/holder-match", claim, headers);
  }

  private HttpResponse<String> number(VerificationCode code, String tail, String... headers)
      throws Exception {
    return ask(code, "{\"identityTail\":\"" + tail + "\"}", headers);
  }

  private static boolean matches(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return PublicClient.json(response).path("matches").asBoolean();
  }

  /** Guesses until refused; how many guesses were compared. */
  private int useUp(VerificationCode code, String... headers) throws Exception {
    for (int compared = 0; compared < 100; compared++) {
      HttpResponse<String> answer = number(code, "00%04d".formatted(compared), headers);
      if (answer.statusCode() == 429) {
        return compared;
      }
      assertThat(matches(answer)).isFalse();
    }
    throw new AssertionError("never refused");
  }

  private NewApiKey employer(String name, String creditCode) {
    UnifiedCreditCode code = new UnifiedCreditCode(creditCode);
    Organisation organisation =
        organisations
            .add(name, code)
            .orElseGet(() -> organisations.find(code.value()).orElseThrow());
    return keys.create(organisation, "人事科");
  }

  private NewApiKey bank() {
    return employer("荣成农商银行", creditCode("91371082MA3C1P2X8"));
  }

  private NewApiKey builder() {
    return employer("威海建工", creditCode("91371000166700001"));
  }

  private static String creditCode(String first17) {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedCreditCode.check(first17 + check) == UnifiedCreditCode.Check.RIGHT) {
        return first17 + check;
      }
    }
    throw new IllegalArgumentException("no check character fits");
  }

  private static String[] as(NewApiKey key) {
    return new String[] {"Authorization", "Bearer " + key.secret().reveal()};
  }

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

  @Test
  void hindersNoEmployerWhoSaysWhoItIsAndCountsEachForItself() throws Exception {
    NewApiKey bank = bank();
    useUp(CODE);
    assertThat(matches(number(CODE, TAIL, as(bank)))).isTrue();
    assertThat(useUp(CODE, as(bank))).isEqualTo(5);
    HttpResponse<String> refused = number(CODE, TAIL, as(bank));
    assertThat(refused.body()).contains("贵单位");
    // another key of the same organisation is no other organisation
    assertThat(number(CODE, TAIL, as(bank())).statusCode()).isEqualTo(429);
    assertThat(matches(number(CODE, TAIL, as(builder())))).isTrue();
  }

  @Test
  void refusesAKeyThatIsNoneRatherThanTakingItsOwnerForAStranger() throws Exception {
    NewApiKey revoked = builder();
    keys.revoke(revoked.key().id());
    HttpResponse<String> refused = number(CODE, TAIL, as(revoked));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void countsListsOfAnEmployerTogetherWithItsSingleQuestions() throws Exception {
    NewApiKey bank = bank();
    useUp(CODE, as(bank));
    String row = "{\"code\":\"" + CODE + "\",\"identity\":\"" + TAIL + "\"}";
    String list = "{\"purpose\":\"招聘\",\"rows\":[" + row + "]}";
    assertThat(listed(list, bank)).isEqualTo("NOT_COMPARED");
    assertThat(listed(list, builder())).isEqualTo("MATCHES");
  }

  private String listed(String list, NewApiKey key) throws Exception {
    HttpResponse<String> answer = client.postJson("/api/v1/bulk", list, as(key));
    while (answer.statusCode() == 202 || PublicClient.json(answer).path("results").isEmpty()) {
      Thread.sleep(50);
      String location = "/api/v1/bulk/" + PublicClient.json(answer).path("id").asString();
      answer = client.get(location, as(key));
    }
    return PublicClient.json(answer).path("results").get(0).path("identity").asString();
  }

  @Test
  void saysOnThePageWhatCanBeDoneMeanwhile() throws Exception {
    useUp(CODE);
    HttpResponse<String> page = form("tail=" + TAIL + "&lang=en", "");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body())
        .contains("Numbers are not compared for now", "not necessarily by you", "the name alone")
        .contains("China time")
        .doesNotContain(TAIL);
    assertThat(form("name=%E4%B8%9B%E5%9F%B9%E5%85%83&lang=en", "").body()).contains("They match");

    String cookie = "zhixin=" + sessions.open(bank().key()).value();
    assertThat(form("tail=" + TAIL + "&lang=en", cookie).body()).contains("They match");
  }

  private HttpResponse<String> form(String form, String cookie) throws Exception {
    return client.send(
        client
            .request(
                "/v/" + CODE + "/holder",
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Cookie",
                cookie)
            .POST(BodyPublishers.ofString(form))
            .build());
  }
}
