package cn.zhixin.verification.panel.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

/** Strangers who guess, and the holder who comes in all the same; with the limits as shipped. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class HolderSignInTests {
  private static final String NUMBER = CertificateFixture.IDENTITY_NUMBER;
  private static final VerificationCode CODE = PublicSite.VALID;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    HolderSettings.addTo(properties);
  }

  @LocalServerPort private int port;
  @Autowired private DataSource database;

  private HolderBrowser holder;
  private HolderBrowser stranger;

  /** Other tests have the same database, and mean no guesser. */
  @AfterEach
  void forget() {
    JdbcClient.create(database).sql("delete from holder_attempt").update();
  }

  @BeforeEach
  void open() {
    forget();
    holder = new HolderBrowser(port);
    stranger = new HolderBrowser(port);
  }

  private static String guess(int tail) {
    return "37100219880812%04d".formatted(tail);
  }

  /** Guesses until refused; how many guesses were compared. */
  private static int useUp(HolderBrowser browser, VerificationCode code) throws Exception {
    for (int compared = 0; compared < 100; compared++) {
      int status = browser.signIn(code, guess(compared)).statusCode();
      if (status == 429) {
        return compared;
      }
      assertThat(status).isEqualTo(403);
    }
    throw new AssertionError("never refused");
  }

  @Test
  void letsTheHolderInWithABrowserHeUsedBeforeWhateverStrangersDo() throws Exception {
    assertThat(holder.known).isEmpty();
    HttpResponse<String> first = holder.signIn(CODE, NUMBER);
    assertThat(first.headers().allValues("Set-Cookie"))
        .anySatisfy(
            set ->
                assertThat(set)
                    .startsWith("zhixin-known=")
                    .contains("Max-Age=15552000", "HttpOnly", "SameSite=Strict", "Path=/")
                    .doesNotContain(CODE.value()));
    assertThat(useUp(stranger, CODE)).isEqualTo(5);
    assertThat(stranger.known).isEmpty();

    holder.cookie = "";
    assertThat(holder.signIn(CODE, NUMBER).statusCode()).isEqualTo(303);
    assertThat(holder.page("/holder")).contains("丛培元");
  }

  @Test
  void letsTheHolderInForTheFirstTimeWithTheCertificatesFile() throws Exception {
    Bytes file = HolderSite.keepFile(CODE);
    useUp(stranger, CODE);
    HttpResponse<String> refused = holder.signIn(CODE, NUMBER);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body())
        .contains("enctype=\"multipart/form-data\"", "name=\"file\"", "不一定是您", "北京时间")
        .doesNotContain(NUMBER);
    assertThat(holder.signIn(CODE, NUMBER, file).statusCode()).isEqualTo(303);
    assertThat(holder.page("/holder")).contains("丛培元");
  }

  @Test
  void takesNoOtherFileAndComparesNoNumberBesideIt() throws Exception {
    Bytes file = HolderSite.keepFile(CODE);
    byte[] altered = file.toArray();
    altered[altered.length - 1] ^= 1;
    Bytes ofAnother = HolderSite.keepFile(PublicSite.REVOKED);
    for (int i = 0; i < 12; i++) {
      HttpResponse<String> right = stranger.signIn(CODE, NUMBER, Bytes.wrap(altered));
      assertThat(right.statusCode()).isEqualTo(403);
      assertThat(right.body()).contains("不是这张证书的 PDF 原文件");
      HttpResponse<String> wrong = stranger.signIn(CODE, guess(i), ofAnother);
      assertThat(wrong.body()).isEqualTo(right.body());
      HttpResponse<String> unknown = stranger.signIn(PublicSite.UNKNOWN, NUMBER, file);
      assertThat(unknown.body().replace(PublicSite.UNKNOWN.grouped(), CODE.grouped()))
          .isEqualTo(right.body());
    }
    assertThat(holder.signIn(CODE, NUMBER, file).statusCode()).isEqualTo(303);
  }

  @Test
  void countsGuessesForAllAddressesTogether() throws Exception {
    int compared = 0;
    for (int i = 1; i <= 40; i++) {
      compared += guessFrom(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) i}), i);
    }
    assertThat(compared).isEqualTo(5);
    assertThat(stranger.signIn(CODE, NUMBER).statusCode()).isEqualTo(429);
  }

  private int guessFrom(InetAddress address, int tail) throws Exception {
    String form = "code=" + CODE.value() + "&identity=" + guess(tail);
    String request =
        "POST /holder HTTP/1.1\r\nHost: localhost:%d\r\nOrigin: http://localhost:%d\r\n"
                .formatted(port, port)
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n"
                .formatted(form.length())
            + "Connection: close\r\n\r\n"
            + form;
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, address, 0)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).matches("(?s)HTTP/1.1 (403|429) .*");
      return answer.startsWith("HTTP/1.1 403") ? 1 : 0;
    }
  }

  @Test
  void takesAForgedMarkForNone() throws Exception {
    holder.signIn(CODE, NUMBER);
    String own = holder.known;
    useUp(stranger, CODE);
    stranger.signIn(PublicSite.LONG_NAME, NUMBER);
    assertThat(stranger.known).isNotEmpty();
    String last = own.endsWith("0") ? "1" : "0";
    for (String forged :
        new String[] {
          stranger.known,
          own.substring(0, own.length() - 1) + last,
          own.replaceFirst("\\.\\d+\\.", ".99999999999."),
          "zhixin-known=" + "0".repeat(32) + ".99999999999." + "0".repeat(64),
          "zhixin-known=~~..~",
          "zhixin-known=" + "9".repeat(4000)
        }) {
      stranger.known = forged;
      assertThat(stranger.signIn(CODE, NUMBER).statusCode()).as(forged).isEqualTo(429);
    }
    stranger.known = own;
    assertThat(stranger.signIn(CODE, NUMBER).statusCode()).isEqualTo(303);
  }

  @Test
  void countsEachWayForItself() throws Exception {
    Bytes file = HolderSite.keepFile(CODE);
    holder.signIn(CODE, NUMBER);
    assertThat(useUp(holder, CODE)).isEqualTo(5);
    HttpResponse<String> here = holder.signIn(CODE, NUMBER);
    assertThat(here.body()).contains("这个浏览器暂时不能进入", "name=\"file\"");
    int compared = 0;
    while (holder.signIn(CODE, guess(compared), file).statusCode() == 403) {
      compared++;
    }
    assertThat(compared).isEqualTo(10);
    assertThat(holder.signIn(CODE, NUMBER, file).body())
        .contains("暂时不能凭证书 PDF 进入")
        .doesNotContain("name=\"file\"");
    assertThat(new HolderBrowser(port).signIn(CODE, NUMBER).statusCode()).isEqualTo(303);
  }

  @Test
  void countsNoAttemptThatSucceedsOrIsOnlyMistyped() throws Exception {
    for (int i = 0; i < 7; i++) {
      assertThat(new HolderBrowser(port).signIn(CODE, NUMBER).statusCode()).isEqualTo(303);
      assertThat(stranger.signIn(CODE, "003X").statusCode()).isEqualTo(400);
    }
    assertThat(useUp(stranger, CODE)).isEqualTo(5);
  }

  @Test
  void refusesForACodeThatDoesNotExistInTheSameWords() throws Exception {
    assertThat(useUp(stranger, PublicSite.UNKNOWN)).isEqualTo(useUp(stranger, CODE));
    String known = stranger.signIn(CODE, NUMBER).body();
    String unknown = stranger.signIn(PublicSite.UNKNOWN, NUMBER).body();
    assertThat(withoutTime(unknown.replace(PublicSite.UNKNOWN.grouped(), CODE.grouped())))
        .isEqualTo(withoutTime(known));
  }

  private static String withoutTime(String page) {
    return page.replaceAll("\\d{1,2}:\\d{2}", "");
  }

  @Test
  void saysWhenToComeAgainAndAdmitsThen() throws Exception {
    useUp(stranger, CODE);
    HttpResponse<String> refused = holder.signIn(CODE, NUMBER);
    long wait = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
    assertThat(wait).isBetween(600L, 720L);
    assertThat(refused.headers().firstValue("RateLimit"))
        .hasValue("\"holder-number-code-3600s\";r=0;t=" + wait);
    HolderSite.later(Duration.ofSeconds(wait));
    assertThat(holder.signIn(CODE, NUMBER).statusCode()).isEqualTo(303);
  }
}
