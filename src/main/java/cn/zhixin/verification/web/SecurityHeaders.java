package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BiConsumer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that every response carries. Pages and errors are not kept by anybody, since a page shows
 * its time and a holder's name; an answer of the API overrides that with its own {@code no-cache}.
 */
@PublicRole
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class SecurityHeaders extends OncePerRequestFilter {
  private final PageAssets assets;

  SecurityHeaders(PageAssets assets) {
    this.assets = assets;
  }

  /** Some requests are refused by the web server before any filter sees them. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    set(response, assets.policy(), request.isSecure());
    chain.doFilter(request, response);
  }

  static void set(HttpServletResponse response, String policy, boolean secure) {
    each(policy, secure, response::setHeader);
  }

  /**
   * @param secure whether the request came over TLS
   * @param header takes name and value of each
   */
  public static void each(String policy, boolean secure, BiConsumer<String, String> header) {
    header.accept("Content-Security-Policy", policy);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("X-Frame-Options", "DENY");
    header.accept("Referrer-Policy", "no-referrer");
    header.accept("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    header.accept("Cross-Origin-Opener-Policy", "same-origin");
    header.accept("Cache-Control", "no-store");
    if (secure) {
      header.accept("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
