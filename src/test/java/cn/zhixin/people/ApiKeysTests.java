package cn.zhixin.people;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.TestDatabase;
import cn.zhixin.catalogue.UnifiedCreditCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ApiKeysTests {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final Clock NOW = Clock.fixed(Instant.parse("2026-03-31T16:30:00Z"), CHINA);

  private static TestDatabase database;
  private static JdbcClient jdbc;
  private static Organisation bank;
  private static ApiKeys keys;
  private static Sessions sessions;

  @BeforeAll
  static void open() {
    database = TestDatabase.create();
    jdbc = JdbcClient.create(database.dataSource());
    Organisations organisations = new Organisations(jdbc, NOW);
    UnifiedCreditCode code = creditCode("11371000004368072");
    bank = organisations.add(" 荣成市𬭎龑农商银行 ", code).orElseThrow();
    assertThat(organisations.add("另一家", code)).isEmpty();
    assertThat(organisations.find(code.value().toLowerCase(Locale.ROOT))).contains(bank);
    assertThat(organisations.find(bank.name())).contains(bank);
    keys = new ApiKeys(jdbc, NOW);
    sessions = new Sessions(jdbc, NOW);
  }

  private static UnifiedCreditCode creditCode(String first17) {
    for (char check : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
      if (UnifiedCreditCode.check(first17 + check) == UnifiedCreditCode.Check.RIGHT) {
        return new UnifiedCreditCode(first17 + check);
      }
    }
    throw new IllegalArgumentException("no check character fits");
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static SignIn.Reason refusal(String typed) {
    return ((SignIn.Refused) keys.identify(typed)).reason();
  }

  @Test
  void aKeyIsKnownByItsTextAndStoredNowhere() {
    NewApiKey made = keys.create(bank, "人事科");
    String text = made.secret().reveal();
    SignIn signIn = keys.identify(" " + text + "\n");
    assertThat(((SignIn.Accepted) signIn).key().organisation()).isEqualTo(bank);
    assertThat(keys.find(made.key().id()).orElseThrow().lastUsedOn())
        .isEqualTo(LocalDate.of(2026, 4, 1));
    String stored =
        jdbc.sql("select k::text from api_key k where id = ?")
            .param(made.key().id())
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain(text.substring(12, 64));
    assertThat(made.toString()).doesNotContain(text.substring(12));
  }

  @Test
  void everyMistypeIsTold() {
    String text = keys.create(bank, "x").secret().reveal();
    for (int at = 3; at < text.length(); at++) {
      char other = text.charAt(at) == 'a' ? 'b' : 'a';
      assertThat(refusal(text.substring(0, at) + other + text.substring(at + 1)))
          .isEqualTo(SignIn.Reason.MISTYPED);
    }
    assertThat(refusal(text.substring(1))).isEqualTo(SignIn.Reason.MALFORMED);
    assertThat(refusal(text.toUpperCase(Locale.ROOT))).isEqualTo(SignIn.Reason.MALFORMED);
    assertThat(refusal("")).isEqualTo(SignIn.Reason.MALFORMED);
    assertThat(refusal(KeySecret.generate(new java.security.SecureRandom()).reveal()))
        .isEqualTo(SignIn.Reason.NOT_ACCEPTED);
  }

  @Test
  void aRevokedKeyEndsItsSessionsAndNoOther() {
    NewApiKey lent = keys.create(bank, "借出");
    NewApiKey own = keys.create(bank, "自用");
    SessionToken ended = sessions.open(lent.key());
    SessionToken open = sessions.open(own.key());
    assertThat(sessions.find(ended)).isPresent();
    keys.revoke(lent.key().id());
    assertThat(sessions.find(ended)).isEmpty();
    assertThat(sessions.find(open)).isPresent();
    assertThat(refusal(lent.secret().reveal())).isEqualTo(SignIn.Reason.NOT_ACCEPTED);
    sessions.close(open);
    assertThat(sessions.find(open)).isEmpty();
    assertThat(keys.revoke("00000000")).isEmpty();
  }

  @Test
  void aSessionEndsAfterAWorkingDay() {
    NewApiKey key = keys.create(bank, "x");
    SessionToken token = sessions.open(key.key());
    Sessions later = new Sessions(jdbc, Clock.offset(NOW, Sessions.LENGTH));
    Sessions before = new Sessions(jdbc, Clock.offset(NOW, Sessions.LENGTH.minusSeconds(1)));
    assertThat(before.find(token)).isPresent();
    assertThat(later.find(token)).isEmpty();
    assertThat(Sessions.LENGTH).isLessThanOrEqualTo(Duration.ofHours(8));
  }
}
