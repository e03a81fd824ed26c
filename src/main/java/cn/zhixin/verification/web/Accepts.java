package cn.zhixin.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Tells programs from browsers by what they would rather have (RFC 9110 §12.5.1). */
public final class Accepts {
  private Accepts() {}

  /** Whoever would rather have JSON than HTML; everybody else gets a page. */
  public static boolean json(HttpServletRequest request) {
    return json(accept(request));
  }

  /** The same of the header's value. */
  public static boolean json(@Nullable String accept) {
    return accept != null && jsonBefore(MediaType.TEXT_HTML_VALUE, accept);
  }

  /** Whoever would rather have JSON than PDF. */
  public static boolean jsonBeforePdf(HttpServletRequest request) {
    String accept = accept(request);
    return accept != null && jsonBefore(MediaType.APPLICATION_PDF_VALUE, accept);
  }

  private static boolean jsonBefore(String other, String accept) {
    AcceptedTypes accepted = new AcceptedTypes(accept);
    return accepted.of(MediaType.APPLICATION_JSON_VALUE).weight() > accepted.of(other).weight();
  }

  /**
   * Whoever names HTML, as browsers do, and would not rather have JSON: for what programs mostly
   * ask, naming nothing. JSON that is refused by name is never given.
   */
  static boolean html(HttpServletRequest request) {
    AcceptedTypes accepted = new AcceptedTypes(accept(request));
    AcceptedTypes.Welcome html = accepted.of(MediaType.TEXT_HTML_VALUE);
    AcceptedTypes.Welcome json = accepted.of(MediaType.APPLICATION_JSON_VALUE);
    boolean named = html.isNamed() || (json.isNamed() && json.weight() == 0);
    return html.weight() > json.weight() || (html.weight() == json.weight() && named);
  }

  /**
   * Whether a refusal is told as a problem (RFC 9457), not as a page.
   *
   * @param path as it was sent
   * @param accept value of the header, or null
   */
  public static boolean problem(String path, @Nullable String accept) {
    return path.startsWith("/api/") || path.startsWith("/ledger/") || json(accept);
  }

  static boolean problem(String path, HttpServletRequest request) {
    return problem(path, accept(request));
  }

  /** Several headers of one name are one list (RFC 9110 §5.3). */
  private static @Nullable String accept(HttpServletRequest request) {
    var values = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    return values.isEmpty() ? null : String.join(",", values);
  }
}
