package cn.zhixin.verification.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a request to the API has no certificate for an answer; each has a stable type. */
public enum ProblemKind {
  MALFORMED_CODE(HttpStatus.BAD_REQUEST),
  MISTYPED_CODE(HttpStatus.BAD_REQUEST),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  UNCONFIRMED(HttpStatus.SERVICE_UNAVAILABLE),
  NO_SUCH_ADDRESS(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
  BAD_REQUEST(HttpStatus.BAD_REQUEST),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

  private final HttpStatus status;

  ProblemKind(HttpStatus status) {
    this.status = status;
  }

  public HttpStatus status() {
    return status;
  }

  /** {@code mistyped-code}: part of the type and of the sentences' keys. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String type() {
    return "urn:zhixin:problem:" + id();
  }
}
