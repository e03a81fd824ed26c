package cn.zhixin.verification.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.receipts.Receipts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a certificate's QR, which for a program is the answer as JSON. */
@PublicRole
@Controller
class CertificatePages {
  private final Answers answers;
  private final AnswerResponses responses;
  private final Frames frames;
  private final QrSignatures signatures;
  private final ObjectProvider<Receipts> receipts;

  CertificatePages(
      Answers answers,
      AnswerResponses responses,
      Frames frames,
      QrSignatures signatures,
      ObjectProvider<Receipts> receipts) {
    this.answers = answers;
    this.responses = responses;
    this.frames = frames;
    this.signatures = signatures;
    this.receipts = receipts;
  }

  @GetMapping("/v/{code}")
  Object certificate(
      @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
    return Accepts.json(request) ? json(code, request) : page(code, request, response);
  }

  /** From the form: a right code leads on to its own address, any other back to the form. */
  @GetMapping("/v")
  Object typed(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (TypedCode.read(code) instanceof CodeReading.Read whole) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER)
          .header(HttpHeaders.LOCATION, "/v/" + whole.code() + Reader.of(request).query())
          .build();
    }
    return page(code, request, response);
  }

  private ResponseEntity<byte[]> json(String code, HttpServletRequest request) {
    return responses.respond(code, request);
  }

  private ModelAndView page(
      String typed, HttpServletRequest request, HttpServletResponse response) {
    VerdictViews views = new VerdictViews(Reader.of(request), answers);
    CodeReading code = TypedCode.read(typed);
    ModelAndView page = frames.page("certificate", request);
    if (code instanceof CodeReading.Read whole) {
      Answer answer = answers.answer(whole.code());
      AskedDay asked = AskedDay.of(request);
      page.addObject("view", views.of(answer, asked, request.getParameter(AskedDay.PARAMETER)));
      page.addObject("code", whole.code().value());
      page.addObject("typed", whole.code().grouped());
      boolean malformed = asked instanceof AskedDay.Malformed && answer instanceof Answer.Found;
      page.setStatus(malformed ? HttpStatus.BAD_REQUEST : status(answer));
      if (givesReceipts() && !(answer instanceof Answer.Unconfirmed)) {
        String query = Reader.of(request).query();
        page.addObject("receipt", "/api/v1/certificates/" + whole.code() + "/receipt" + query);
      }
      if (answer instanceof Answer.Unconfirmed) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
        signatures.addTo(page, response);
      }
    } else {
      page.addObject("view", views.mistyped(code));
      page.addObject("typed", typed.length() > TypedCode.LONGEST ? "" : typed);
      page.setStatus(HttpStatus.BAD_REQUEST);
    }
    return page;
  }

  private boolean givesReceipts() {
    return receipts.stream().anyMatch(each -> !each.publicKeys().isEmpty());
  }

  private static HttpStatus status(Answer answer) {
    if (answer instanceof Answer.Found) {
      return HttpStatus.OK;
    }
    return answer instanceof Answer.NotFound
        ? HttpStatus.NOT_FOUND
        : HttpStatus.SERVICE_UNAVAILABLE;
  }
}
