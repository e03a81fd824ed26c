package cn.zhixin.verification.bulk.web;

import cn.zhixin.people.ApiKey;
import cn.zhixin.people.SessionToken;
import cn.zhixin.people.Sessions;
import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Who sits before the browser. The cookie goes to this host only, not to scripts, and not with
 * requests that other sites cause; a form must carry what only its own page could know as well.
 */
@PublicRole
@Component
public class EmployerSessions {
  /** The prefix makes browsers refuse it from other hosts and without TLS (RFC 6265bis §4.1.3). */
  private static final String SECURE_NAME = "__Host-zhixin";

  private static final String PLAIN_NAME = "zhixin";

  private final Sessions sessions;

  EmployerSessions(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * A session that is open.
   *
   * @param token whose form token its forms must carry
   */
  public record Open(ApiKey key, SessionToken token) {}

  /** Whose session the browser has, if it is open. */
  public Optional<Open> of(HttpServletRequest request) {
    return token(request).flatMap(token -> sessions.find(token).map(key -> new Open(key, token)));
  }

  void open(ApiKey key, HttpServletRequest request, HttpServletResponse response) {
    set(sessions.open(key).value(), Sessions.LENGTH, request, response);
  }

  void close(HttpServletRequest request, HttpServletResponse response) {
    token(request).ifPresent(sessions::close);
    set("", Duration.ZERO, request, response);
  }

  private static void set(
      String value, Duration length, HttpServletRequest request, HttpServletResponse response) {
    boolean secure = request.isSecure();
    ResponseCookie cookie =
        ResponseCookie.from(secure ? SECURE_NAME : PLAIN_NAME, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .path("/")
            .maxAge(length)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private static Optional<SessionToken> token(HttpServletRequest request) {
    String name = request.isSecure() ? SECURE_NAME : PLAIN_NAME;
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
        return Optional.of(new SessionToken(cookie.getValue()));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a form comes from a page of this site: said by the browser where it says so (W3C Fetch
   * Metadata), and by the origin where it tells one. Pages here send no referrer, so that older
   * browsers tell {@code null}.
   */
  static boolean isFromHere(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String host = request.getHeader(HttpHeaders.HOST);
    return origin == null
        || origin.equals("null")
        || host != null && origin.substring(origin.indexOf("//") + 2).equals(host);
  }

  /** Whether a form of a session is its own. */
  static boolean isGenuine(HttpServletRequest request, Open session, @Nullable String formToken) {
    return isFromHere(request) && formToken != null && session.token().hasForm(formToken);
  }
}
