package cn.zhixin.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.MovableClock;
import cn.zhixin.verification.PublicSite;
import cn.zhixin.verification.answers.AnswerBounds;
import cn.zhixin.verification.answers.AnswerEntries;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.SharedAnswers;
import cn.zhixin.verification.answers.StateOn;
import cn.zhixin.verification.freshness.Freshness;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a day while it goes on, and again when it is over. */
class DayInItsCourseTests {
  private final FakeRegistry registry = new FakeRegistry();
  private final MovableClock clock = new MovableClock();
  private final LocalDate day = LocalDate.ofInstant(clock.wall(), StateOn.CHINA);
  private final Freshness freshness =
      new Freshness(
          registry, clock, new FreshnessTimes(Duration.ofSeconds(1), Duration.ofMillis(200)));

  private ResponseEntity<byte[]> ask(Answers answers, @Nullable String known) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setParameter("on", day.toString());
    if (known != null) {
      request.addHeader(HttpHeaders.IF_NONE_MATCH, known);
    }
    freshness.follow();
    return new AnswerResponses(answers).respond(PublicSite.VALID.value(), request);
  }

  private static JsonNode on(ResponseEntity<byte[]> response) {
    return JsonMapper.shared().readTree(response.getBody()).path("on");
  }

  @Test
  void isAskedForAgainByWhoeverKeptAnAnswer() {
    registry.issue(
        CertificateFixture.registered(PublicSite.VALID, "丛培元"),
        clock.wall().minus(Duration.ofDays(3)));
    AnswerEntries entries =
        new AnswerEntries(each -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS);
    try (Answers answers =
        new Answers(
            freshness,
            SharedAnswers.none(),
            registry,
            entries,
            clock,
            new AnswerBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 4, 1 << 20))) {
      ResponseEntity<byte[]> soFar = ask(answers, null);
      assertThat(on(soFar).path("dayOver").asBoolean(true)).isFalse();

      clock.pass(Duration.ofHours(1));
      ResponseEntity<byte[]> same = ask(answers, soFar.getHeaders().getETag());
      assertThat(same.getStatusCode()).isEqualTo(HttpStatus.NOT_MODIFIED);

      clock.pass(Duration.ofHours(12));
      ResponseEntity<byte[]> over = ask(answers, soFar.getHeaders().getETag());
      assertThat(over.getStatusCode()).isEqualTo(HttpStatus.OK);
      assertThat(on(over).path("dayOver").asBoolean(false)).isTrue();
      assertThat(on(over).path("state").asString()).isEqualTo("VALID");
    }
  }
}
