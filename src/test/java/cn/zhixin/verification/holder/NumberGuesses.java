package cn.zhixin.verification.holder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.HolderSite;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.web.PublicClient;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A site with the counts of wrong numbers as shipped, and somebody who guesses. */
@SpringBootTest(
    classes = HolderSite.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class NumberGuesses {
  static final VerificationCode CODE = PublicSite.VALID;
  static final String NAME = "丛培元";
  static final String TAIL = CertificateFixture.IDENTITY_NUMBER.substring(12);

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry properties) {
    for (String setting : HolderSite.SETTINGS) {
      int equals = setting.indexOf('=');
      properties.add(setting.substring(0, equals), () -> setting.substring(equals + 1));
    }
  }

  @LocalServerPort int port;
  @Autowired private DataSource database;
  @Autowired FakeRegistry registry;
  PublicClient client;

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

  HttpResponse<String> ask(VerificationCode code, String claim, String... headers)
      throws Exception {
    return client.postJson("/api/v1/certificates/" + code + "/holder-match", claim, headers);
  }

  HttpResponse<String> number(VerificationCode code, String tail, String... headers)
      throws Exception {
    return ask(code, "{\"identityTail\":\"" + tail + "\"}", headers);
  }

  static boolean matches(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return PublicClient.json(response).path("matches").asBoolean();
  }

  /** Guesses until refused; how many guesses were compared. */
  int useUp(VerificationCode code, String... headers) throws Exception {
    for (int compared = 0; compared < 100; compared++) {
      HttpResponse<String> answer = number(code, "00%04d".formatted(compared), headers);
      if (answer.statusCode() == 429) {
        return compared;
      }
      assertThat(matches(answer)).isFalse();
    }
    throw new AssertionError("never refused");
  }
}
