package cn.zhixin.verification.holder;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.door.Refusals;
import cn.zhixin.verification.employers.ApiCallers;
import cn.zhixin.verification.web.JsonBody;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.TextMembers;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code {"name": …}}, {@code {"identityTail": …}} or both, and whether they match, with the
 * certificate's state. With an API key an organisation asks in its own name, and is not hindered by
 * what strangers try.
 */
@PublicRole
@RestController
class HolderEndpoint {
  private static final TextMembers MEMBERS =
      new TextMembers(
          "holder.member",
          List.of(
              new TextMembers.Member("name", ProblemKind.MALFORMED_NAME),
              new TextMembers.Member("identityTail", ProblemKind.MALFORMED_IDENTITY)));

  private final HolderMatches matches;
  private final ApiCallers callers;
  private final NumberRefusals refusals;

  HolderEndpoint(HolderMatches matches, ApiCallers callers, NumberRefusals refusals) {
    this.matches = matches;
    this.callers = callers;
    this.refusals = refusals;
  }

  @PostMapping(
      path = "/api/v1/certificates/{code}/holder-match",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> match(
      @PathVariable String code, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Language language = Reader.of(request).language();
    CodeReading typed = TypedCode.read(code);
    if (!(typed instanceof CodeReading.Read read)) {
      return Problems.of(
          typed instanceof CodeReading.Mistyped
              ? ProblemKind.MISTYPED_CODE
              : ProblemKind.MALFORMED_CODE,
          language);
    }
    JsonBody body = JsonBody.read(request);
    if (!(body instanceof JsonBody.Read fields)) {
      return Problems.of(((JsonBody.Refused) body).kind(), language);
    }
    Optional<ResponseEntity<byte[]>> other = MEMBERS.refusal(fields, language);
    if (other.isPresent()) {
      return other.get();
    }
    ClaimReading reading =
        ClaimReading.of(
            fields.text("name").orElse(""), fields.text("identityTail").orElse(""), language);
    if (reading instanceof ClaimReading.Refused refused) {
      return Problems.of(refused.kind(), language, Map.of("detail", refused.sentence()));
    }
    HolderClaim claim = ((ClaimReading.Claim) reading).claim();
    return callers.knownOrNot(
        request, asker -> answer(matches.match(read.code(), claim, asker), language, response));
  }

  private ResponseEntity<?> answer(
      HolderMatch match, Language language, HttpServletResponse response) {
    if (match instanceof HolderMatch.TooOften often) {
      Refusals.tell(response, often.refused());
      return Problems.of(
          ProblemKind.TOO_MANY_REQUESTS,
          language,
          Map.of("detail", refusals.sentence(often, language)));
    }
    if (match instanceof HolderMatch.Unconfirmed) {
      return Problems.of(
          ProblemKind.UNCONFIRMED,
          language,
          Map.of("verdict", Verdict.UNCONFIRMED.name(), "asOf", iso(match.asOf())));
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("matches", match instanceof HolderMatch.Matches);
    told.put("verdict", ((HolderMatch.Compared) match).verdict().name());
    told.put("asOf", iso(match.asOf()));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(told);
  }

  private static String iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
