package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a reader or a program is told when a request cannot be served: never a stack trace. */
@PublicRole
@Controller
class FailurePages implements ErrorController {
  private final Frames frames;

  FailurePages(Frames frames) {
    this.frames = frames;
  }

  @RequestMapping("/error")
  Object failure(HttpServletRequest request, HttpServletResponse response) {
    allowHead(response);
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
    HttpStatus told = status == null ? HttpStatus.NOT_FOUND : status;
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (Accepts.problem(path instanceof String address ? address : "", request)) {
      return Problems.of(kind(told), Reader.of(request).language());
    }
    ModelAndView page = frames.page("failure", request);
    // a program is told of a refusal by what refuses it; a page has a sentence for all of them
    HttpStatus kind = told == HttpStatus.FORBIDDEN ? told : kind(told).status();
    page.addObject("kind", kind.value());
    page.setStatus(told);
    return page;
  }

  /** Whoever answers GET answers HEAD too, which is not written at any page. */
  private static void allowHead(HttpServletResponse response) {
    String allowed = response.getHeader(HttpHeaders.ALLOW);
    if (allowed != null && allowed.contains("GET") && !allowed.contains("HEAD")) {
      response.setHeader(HttpHeaders.ALLOW, allowed + ", HEAD");
    }
  }

  static ProblemKind kind(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> ProblemKind.NO_SUCH_ADDRESS;
      case METHOD_NOT_ALLOWED -> ProblemKind.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> ProblemKind.NOT_ACCEPTABLE;
      case CONTENT_TOO_LARGE -> ProblemKind.TOO_LARGE;
      case URI_TOO_LONG -> ProblemKind.ADDRESS_TOO_LONG;
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> ProblemKind.HEAD_TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
      case TOO_MANY_REQUESTS -> ProblemKind.TOO_MANY_REQUESTS;
      case SERVICE_UNAVAILABLE -> ProblemKind.UNAVAILABLE;
      default -> status.is4xxClientError() ? ProblemKind.BAD_REQUEST : ProblemKind.INTERNAL;
    };
  }
}
