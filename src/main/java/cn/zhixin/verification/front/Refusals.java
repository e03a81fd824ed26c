package cn.zhixin.verification.front;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.web.Accepts;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.ProblemKind;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.SecurityHeaders;
import cn.zhixin.verification.web.UnreadableRequests;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The front's answers where there is no certificate to speak of, and to what cannot be read. */
final class Refusals {
  private final AskedLanguages languages = new AskedLanguages();
  private final PageAssets assets;
  private final UnreadableRequests pages;

  Refusals(PageAssets assets, UnreadableRequests pages) {
    this.assets = assets;
    this.pages = pages;
  }

  /** A problem as the pages' server would tell it (RFC 9457). */
  FullHttpResponse problem(
      ProblemKind kind, Language language, Map<String, String> more, boolean secure) {
    ResponseEntity<byte[]> told = Problems.of(kind, language, more);
    byte[] body = told.getBody() == null ? new byte[0] : told.getBody();
    FullHttpResponse response = response(told.getStatusCode().value(), body, secure);
    told.getHeaders().forEach((name, values) -> response.headers().set(name, values));
    return response;
  }

  /** A page that repeats nothing of the request. */
  private FullHttpResponse page(ProblemKind kind, Language language, boolean secure) {
    byte[] body = pages.page(kind, language).getBytes(StandardCharsets.UTF_8);
    FullHttpResponse response = response(kind.status().value(), body, secure);
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/html;charset=UTF-8");
    if (kind.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      response.headers().set(HttpHeaderNames.RETRY_AFTER, Problems.RETRY_AFTER);
    }
    return response;
  }

  /**
   * As the pages' server would tell it: programs a problem, everybody else a page.
   *
   * @param request as much of it as could be read
   */
  FullHttpResponse refusal(ProblemKind kind, HttpRequest request, boolean secure) {
    Language language = languages.of(request);
    String accept = request.headers().get(HttpHeaderNames.ACCEPT);
    return Accepts.problem(Target.path(request.uri()), accept)
        ? problem(kind, language, Map.of(), secure)
        : page(kind, language, secure);
  }

  /** To a head that could not be read, or was not read to its end because it was too long. */
  FullHttpResponse unreadableHead(Throwable cause, HttpRequest request, boolean secure) {
    return cause instanceof TooLongHttpLineException
        ? refusal(ProblemKind.ADDRESS_TOO_LONG, request, secure)
        : unreadableContent(cause, request, secure);
  }

  /** To chunks that are none (RFC 9112 §7.1). Too long are only trailers: a chunk has no bounds. */
  FullHttpResponse unreadableContent(Throwable cause, HttpRequest request, boolean secure) {
    boolean large = cause instanceof TooLongHttpHeaderException;
    return refusal(large ? ProblemKind.HEAD_TOO_LARGE : ProblemKind.BAD_REQUEST, request, secure);
  }

  private FullHttpResponse response(int status, byte[] body, boolean secure) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
    SecurityHeaders.each(assets.policy(), secure, response.headers()::set);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    response.headers().set(HttpHeaderNames.DATE, HttpDate.now());
    return response;
  }
}
