package cn.zhixin.ledger.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Why a request has no part of the ledger for an answer; each has a stable type (RFC 9457). */
enum LedgerProblem {
  EMPTY_LEDGER(
      HttpStatus.NOT_FOUND,
      "账本里还没有条目",
      "第一张证书签发后才有检查点。",
      "The ledger has no entry yet",
      "There is a checkpoint once the first certificate has been issued."),
  NO_SUCH_TILE(
      HttpStatus.NOT_FOUND,
      "账本里没有这一块",
      "地址不对，或最近的检查点还没有包括它。",
      "The ledger has no such tile",
      "The address is not a tile's, or the last checkpoint does not reach it."),
  LEDGER_UNREADABLE(
      HttpStatus.SERVICE_UNAVAILABLE,
      "此刻读不到账本",
      "请稍后再试。",
      "The ledger cannot be read now",
      "Please try again later.");

  /** Seconds. */
  private static final String RETRY_AFTER = "5";

  private final HttpStatus status;
  private final String chineseTitle;
  private final String chineseDetail;
  private final String englishTitle;
  private final String englishDetail;

  LedgerProblem(
      HttpStatus status,
      String chineseTitle,
      String chineseDetail,
      String englishTitle,
      String englishDetail) {
    this.status = status;
    this.chineseTitle = chineseTitle;
    this.chineseDetail = chineseDetail;
    this.englishTitle = englishTitle;
    this.englishDetail = englishDetail;
  }

  /** English for an English locale, Chinese for all others; kept by nobody. */
  ResponseEntity<ProblemDetail> response(Locale locale) {
    boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(status, english ? englishDetail : chineseDetail);
    problem.setType(
        URI.create("urn:zhixin:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
    problem.setTitle(english ? englishTitle : chineseTitle);
    ResponseEntity.BodyBuilder response =
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_PROBLEM_JSON)
            .header(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
            .cacheControl(CacheControl.noStore());
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
    return response.body(problem);
  }
}
