package cn.zhixin.verification.panel.web;

import cn.zhixin.people.SessionToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The session's cookie: no script reads it, no other site sends it, and over TLS no other host or
 * plain connection can have set it ({@code __Host-}, RFC 6265bis §4.1.3.2).
 */
final class HolderCookie {
  private static final String PLAIN = "zhixin-holder";
  private static final String SECURE = "__Host-" + PLAIN;

  private HolderCookie() {}

  static Optional<SessionToken> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = name(request);
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(each -> each.getName().equals(name))
            .map(each -> new SessionToken(each.getValue()))
            .findFirst();
  }

  static void set(HttpServletRequest request, HttpServletResponse response, SessionToken token) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token.value()).build().toString());
  }

  static void remove(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(request, "").maxAge(Duration.ZERO).build().toString());
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      HttpServletRequest request, String value) {
    return ResponseCookie.from(name(request), value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/");
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? SECURE : PLAIN;
  }
}
