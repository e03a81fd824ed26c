package cn.zhixin.verification.web;

import cn.zhixin.people.SessionToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * A cookie with a session's token: no script reads it, no other site's request carries it, and over
 * TLS no other host or plain connection can have set it ({@code __Host-}, RFC 6265bis §4.1.3.2).
 * Whether TLS is there is what the connection or a proxy that is believed says.
 */
public enum SessionCookie {
  EMPLOYER("zhixin"),
  HOLDER("zhixin-holder");

  /** Lets a browser keep the cookie until it closes. */
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private final String plainName;

  SessionCookie(String plainName) {
    this.plainName = plainName;
  }

  /** What the browser sends, whether or not a session has it. */
  public Optional<SessionToken> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = name(request);
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(each -> each.getName().equals(name) && !each.getValue().isEmpty())
        .map(each -> new SessionToken(each.getValue()))
        .findFirst();
  }

  /** The browser forgets it when it closes. */
  public void set(HttpServletRequest request, HttpServletResponse response, SessionToken token) {
    set(request, response, token, UNTIL_CLOSED);
  }

  /** The browser forgets it after that time. */
  public void set(
      HttpServletRequest request,
      HttpServletResponse response,
      SessionToken token,
      Duration length) {
    add(request, response, token.value(), length);
  }

  /** The browser forgets it now. */
  public void remove(HttpServletRequest request, HttpServletResponse response) {
    add(request, response, "", Duration.ZERO);
  }

  private void add(
      HttpServletRequest request, HttpServletResponse response, String value, Duration length) {
    ResponseCookie cookie =
        ResponseCookie.from(name(request), value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/")
            .maxAge(length)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  private String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-" + plainName : plainName;
  }
}
