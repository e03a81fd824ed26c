package cn.zhixin.verification.web;

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
 * A cookie of ours: no script reads it, no other site's request carries it, and over TLS no other
 * host or plain connection can have set it ({@code __Host-}, RFC 6265bis §4.1.3.2). Whether TLS is
 * there is what the connection or a proxy that is believed says.
 *
 * @param plainName as it is called without TLS
 */
public record OwnCookie(String plainName) {
  /** What the browser sends, whoever made it; empty too for an empty one. */
  public Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = name(request);
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(each -> each.getName().equals(name) && !each.getValue().isEmpty())
        .map(Cookie::getValue)
        .findFirst();
  }

  /**
   * @param length after which the browser forgets it: at once if zero, when it closes if negative
   */
  public void set(
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
