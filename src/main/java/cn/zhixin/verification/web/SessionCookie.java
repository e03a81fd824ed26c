package cn.zhixin.verification.web;

import cn.zhixin.people.SessionToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;

/** A cookie with a session's token. */
public enum SessionCookie {
  EMPLOYER("zhixin"),
  HOLDER("zhixin-holder");

  /** Lets a browser keep the cookie until it closes. */
  private static final Duration UNTIL_CLOSED = Duration.ofSeconds(-1);

  private final OwnCookie cookie;

  SessionCookie(String plainName) {
    this.cookie = new OwnCookie(plainName);
  }

  /** What the browser sends, whether or not a session has it. */
  public Optional<SessionToken> read(HttpServletRequest request) {
    return cookie.read(request).map(SessionToken::new);
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
    cookie.set(request, response, token.value(), length);
  }

  /** The browser forgets it now. */
  public void remove(HttpServletRequest request, HttpServletResponse response) {
    cookie.set(request, response, "", Duration.ZERO);
  }
}
