package cn.zhixin.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells programs from browsers by what they accept (RFC 9110 §12.5.1). */
public final class Accepts {
  private Accepts() {}

  /** Whoever names JSON and not HTML; everybody else gets a page. */
  public static boolean json(HttpServletRequest request) {
    return json(request.getHeader(HttpHeaders.ACCEPT));
  }

  /** The same of the header's value. */
  public static boolean json(@Nullable String accept) {
    return accept != null && accept.contains("json") && !accept.contains("text/html");
  }

  /** Whoever names HTML, as browsers do: for what programs mostly ask, naming nothing. */
  static boolean html(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }
}
