package cn.zhixin.verification.lookup;

import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.LookupCount;
import cn.zhixin.verification.web.JsonBody;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.TextMembers;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives challenges, and answers to those who solved one. */
@PublicRole
@RestController
class LookupEndpoints {
  private static final TextMembers MEMBERS =
      new TextMembers(
          "lookup.member",
          List.of(
              new TextMembers.Member("name", ProblemKind.MALFORMED_NAME),
              new TextMembers.Member("identityNumber", ProblemKind.MALFORMED_IDENTITY),
              new TextMembers.Member("documentKind", ProblemKind.MALFORMED_IDENTITY)));

  private final LookupCount tries;
  private final Challenges challenges;
  private final Lookups lookups;
  private final EvenTime evenTime;
  private final Clock clock;
  private final ObjectProvider<MeterRegistry> meters;

  LookupEndpoints(
      LookupCount tries,
      Challenges challenges,
      Lookups lookups,
      EvenTime evenTime,
      Clock clock,
      ObjectProvider<MeterRegistry> meters) {
    this.tries = tries;
    this.challenges = challenges;
    this.lookups = lookups;
    this.evenTime = evenTime;
    this.clock = clock;
    this.meters = meters;
  }

  @GetMapping(path = "/api/v1/lookups/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  Challenge challenge() {
    return challenges.issue();
  }

  @PostMapping(path = "/api/v1/lookups", consumes = MediaType.APPLICATION_JSON_VALUE)
  CompletableFuture<ResponseEntity<byte[]>> lookUp(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    Language language = Reader.of(request).language();
    JsonBody body = JsonBody.read(request);
    if (!(body instanceof JsonBody.Read fields)) {
      return refused(((JsonBody.Refused) body).kind(), language, Map.of());
    }
    Optional<ResponseEntity<byte[]>> other = MEMBERS.refusal(fields, language);
    if (other.isPresent()) {
      return CompletableFuture.completedFuture(other.get());
    }
    Optional<String> kind = fields.text("documentKind").filter(text -> !text.isEmpty());
    Optional<IdentityDocumentKind> known = kind.flatMap(LookupEndpoints::kind);
    if (kind.isPresent() && known.isEmpty()) {
      String sentence = Sentences.in(language).text("lookup.kind.unknown");
      return refused(ProblemKind.MALFORMED_IDENTITY, language, Map.of("detail", sentence));
    }
    Inquiry.Reading reading =
        Inquiry.read(
            fields.text("name").orElse(""),
            fields.text("identityNumber").orElse(""),
            known.orElse(null),
            LocalDate.ofInstant(clock.instant(), clock.getZone()),
            language);
    if (reading instanceof Inquiry.Reading.Refused wrong) {
      return refused(wrong.kind(), language, Map.of("detail", wrong.sentence()));
    }
    // after the form: a mistype costs no second challenge
    Proof proof = challenges.accept(fields.object().path("proof"));
    if (proof != Proof.ACCEPTED) {
      count("refused");
      String sentence = Sentences.in(language).text(proof.key());
      return refused(ProblemKind.PROOF_REFUSED, language, Map.of("detail", sentence));
    }
    // last: neither a mistype nor a challenge that is wrong or served before costs a try
    if (tries.take(request, response) instanceof Decision.Refused) {
      return refused(ProblemKind.TOO_MANY_REQUESTS, language, Map.of());
    }
    Inquiry inquiry = ((Inquiry.Reading.Read) reading).inquiry();
    return evenTime.answer(() -> answer(lookups.find(inquiry), language));
  }

  private ResponseEntity<byte[]> answer(Finding finding, Language language) {
    if (!(finding instanceof Finding.Known known)) {
      count("unconfirmed");
      return Problems.of(
          ProblemKind.UNCONFIRMED,
          language,
          Map.of(
              "verdict", Verdict.UNCONFIRMED.name(),
              "asOf", finding.asOf().truncatedTo(ChronoUnit.MILLIS).toString()));
    }
    count("answered");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        // compressed, the answers would differ in length
        .header(HttpHeaders.CONTENT_ENCODING, "identity")
        .body(LookupJson.write(known, language));
  }

  private static CompletableFuture<ResponseEntity<byte[]>> refused(
      ProblemKind kind, Language language, Map<String, String> more) {
    return CompletableFuture.completedFuture(Problems.of(kind, language, more));
  }

  private static Optional<IdentityDocumentKind> kind(String name) {
    return Arrays.stream(IdentityDocumentKind.values())
        .filter(each -> each.name().equals(name))
        .findFirst();
  }

  /** Not whether anything was found: nobody's existence shows in a metric. */
  private void count(String outcome) {
    meters.ifAvailable(
        registry -> registry.counter("zhixin.lookups", "outcome", outcome).increment());
  }
}
