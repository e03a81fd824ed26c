package cn.zhixin.verification.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.AnswerEntry;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.StateOn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers as JSON, or as a problem where there is no certificate to speak of. */
@PublicRole
@Component
class AnswerResponses {
  /** As of when the answer holds, for a 304 too, which has no body to say it. */
  static final String AS_OF = "Zhixin-As-Of";

  private final Answers answers;

  AnswerResponses(Answers answers) {
    this.answers = answers;
  }

  ResponseEntity<byte[]> respond(String typed, HttpServletRequest request) {
    Language language = Reader.of(request).language();
    CodeReading code = TypedCode.read(typed);
    if (code instanceof CodeReading.Mistyped) {
      return Problems.of(ProblemKind.MISTYPED_CODE, language);
    }
    if (!(code instanceof CodeReading.Read whole)) {
      return Problems.of(ProblemKind.MALFORMED_CODE, language);
    }
    AskedDay asked = AskedDay.stated(request);
    if (asked instanceof AskedDay.Malformed) {
      return Problems.of(ProblemKind.MALFORMED_DATE, language);
    }
    Answer answer = answers.answer(whole.code());
    return answer instanceof Answer.Found found
        ? found(found, on(found, asked), language, request.getHeader(HttpHeaders.IF_NONE_MATCH))
        : nothing(answer, language);
  }

  /** That nothing changed is an answer like any other: it is given after the same confirmation. */
  private static ResponseEntity<byte[]> found(
      Answer.Found found, @Nullable StateOn on, Language language, @Nullable String known) {
    AnswerEntry entry = found.entry();
    String tag = tag(entry, on, language);
    boolean unchanged = known != null && EntityTags.matches(known, tag);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(unchanged ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
            .eTag(tag)
            .cacheControl(CacheControl.noCache())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
            .header(AS_OF, iso(found.asOf()));
    return unchanged
        ? response.build()
        : response
            .contentType(MediaType.APPLICATION_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
            .body(body(found, on, language));
  }

  private static @Nullable StateOn on(Answer.Found found, AskedDay asked) {
    return asked instanceof AskedDay.Day day
        ? StateOn.of(found.entry().facts(), day.day(), found.asOf())
        : null;
  }

  /** A day to come, or not over yet, is past one day: its answer has another tag then. */
  private static String tag(AnswerEntry entry, @Nullable StateOn on, Language language) {
    String tag = entry.entityTag(language);
    return on == null ? tag : tag.substring(0, tag.length() - 1) + "-" + StateOnJson.tag(on) + '"';
  }

  private static byte[] body(Answer.Found found, @Nullable StateOn on, Language language) {
    byte[] answer = found.entry().json(language, found.asOf());
    return on == null ? answer : StateOnJson.addTo(answer, on, language);
  }

  private static ResponseEntity<byte[]> nothing(Answer answer, Language language) {
    boolean absent = answer instanceof Answer.NotFound;
    return Problems.of(
        absent ? ProblemKind.NOT_FOUND : ProblemKind.UNCONFIRMED,
        language,
        Map.of(
            "verdict", (absent ? Verdict.NOT_FOUND : Verdict.UNCONFIRMED).name(),
            "asOf", iso(answer.asOf())));
  }

  private static String iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
