package cn.zhixin.verification.web;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Why a request to the API has no answer; each has a stable type ({@code problems.md}). */
public enum ProblemKind {
  MALFORMED_CODE(HttpStatus.BAD_REQUEST),
  MISTYPED_CODE(HttpStatus.BAD_REQUEST),
  MALFORMED_DATE(HttpStatus.BAD_REQUEST),
  NOT_FOUND(HttpStatus.NOT_FOUND),
  UNCONFIRMED(HttpStatus.SERVICE_UNAVAILABLE),
  NO_SUCH_ADDRESS(HttpStatus.NOT_FOUND),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
  BAD_REQUEST(HttpStatus.BAD_REQUEST),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
  UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
  MALFORMED_JSON(HttpStatus.BAD_REQUEST),
  MALFORMED_NAME(HttpStatus.BAD_REQUEST),
  MALFORMED_IDENTITY(HttpStatus.BAD_REQUEST),
  PROOF_REFUSED(HttpStatus.FORBIDDEN),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
  MISTYPED_KEY(HttpStatus.UNAUTHORIZED),
  PURPOSE_MISSING(HttpStatus.BAD_REQUEST),
  MALFORMED_LIST(HttpStatus.BAD_REQUEST),
  TOO_MANY_LISTS(HttpStatus.TOO_MANY_REQUESTS),
  NO_SUCH_LIST(HttpStatus.NOT_FOUND),
  LIST_NOT_COMPLETE(HttpStatus.CONFLICT),
  NO_RECEIPTS(HttpStatus.SERVICE_UNAVAILABLE),
  NO_FILE(HttpStatus.BAD_REQUEST),
  FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
  UNKNOWN_FILE_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  FILE_ENCRYPTED(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_DAMAGED(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_TOO_MANY_PAGES(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_TOO_MANY_PIXELS(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_TOO_SLOW(HttpStatus.UNPROCESSABLE_CONTENT),
  FILE_TOO_COMPLEX(HttpStatus.UNPROCESSABLE_CONTENT),
  FILES_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
  NO_CERTIFICATE_IN_FILE(HttpStatus.UNPROCESSABLE_CONTENT),
  QR_LEADS_ELSEWHERE(HttpStatus.UNPROCESSABLE_CONTENT),
  SEVERAL_CERTIFICATES(HttpStatus.UNPROCESSABLE_CONTENT),
  ADDRESS_TOO_LONG(HttpStatus.URI_TOO_LONG),
  HEAD_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
  EXPECTATION_FAILED(HttpStatus.EXPECTATION_FAILED),
  VERSION_NOT_SUPPORTED(HttpStatus.HTTP_VERSION_NOT_SUPPORTED),
  METHOD_NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED),
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
