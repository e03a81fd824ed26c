package cn.zhixin.verification.receipts;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.web.Accepts;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A receipt of the answer to one code, for whoever has the code: PDF, or JSON where asked for. */
@PublicRole
@RestController
public class ReceiptEndpoint {
  private final Answers answers;
  private final Receipts receipts;
  private final Frames frames;
  private final Clock clock;

  ReceiptEndpoint(Answers answers, Receipts receipts, Frames frames, Clock clock) {
    this.answers = answers;
    this.receipts = receipts;
    this.frames = frames;
    this.clock = clock;
  }

  @GetMapping("/api/v1/certificates/{code}/receipt")
  ResponseEntity<byte[]> receipt(@PathVariable String code, HttpServletRequest request) {
    Language language = Reader.of(request).language();
    CodeReading reading = TypedCode.read(code);
    if (!(reading instanceof CodeReading.Read whole)) {
      boolean mistyped = reading instanceof CodeReading.Mistyped;
      return Problems.of(
          mistyped ? ProblemKind.MISTYPED_CODE : ProblemKind.MALFORMED_CODE, language);
    }
    Instant askedAt = clock.instant();
    Answer answer = answers.answer(whole.code());
    if (answer instanceof Answer.Unconfirmed) {
      // what is not known is no answer to put on a receipt
      return Problems.of(
          ProblemKind.UNCONFIRMED,
          language,
          Map.of("verdict", Verdict.UNCONFIRMED.name(), "asOf", answer.asOf().toString()));
    }
    return respond(
        receipts,
        new Receipts.Question(frames.address(request), null, null, askedAt, List.of(of(answer))),
        "zhixin-receipt-" + whole.code(),
        request);
  }

  private static ReceiptAnswer of(Answer answer) {
    CertificateFacts facts = answer instanceof Answer.Found found ? found.entry().facts() : null;
    Verdict verdict = facts == null ? Verdict.NOT_FOUND : facts.verdict();
    CertificateSummary summary = facts == null ? null : CertificateSummary.of(facts);
    return new ReceiptAnswer(
        0, answer.code().value(), verdict.name(), answer.asOf(), summary, null, null, null);
  }

  /**
   * Makes a receipt in the form that was asked for.
   *
   * @param name of the file, without its ending
   */
  public static ResponseEntity<byte[]> respond(
      Receipts receipts, Receipts.Question question, String name, HttpServletRequest request) {
    Language language = Reader.of(request).language();
    boolean json = Accepts.jsonBeforePdf(request);
    Optional<Bytes> made = json ? receipts.json(question) : receipts.pdf(question, language);
    if (made.isEmpty()) {
      return Problems.of(ProblemKind.NO_RECEIPTS, language);
    }
    return ResponseEntity.ok()
        .contentType(json ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PDF)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + (json ? ".json\"" : ".pdf\""))
        .cacheControl(CacheControl.noStore())
        .body(made.get().unsafeArray());
  }
}
