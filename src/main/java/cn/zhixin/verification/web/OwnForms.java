package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.VerificationProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tells forms of this site from those of others: by what the browser itself says ({@code
 * Sec-Fetch-Site}, Fetch Metadata), else by {@code Origin} (RFC 6454 §7), else by {@code Referer},
 * which is all that Internet Explorer's engine sends. Pages of other sites can keep the last two
 * back but set none of them; so whoever sends nothing, or the {@code null} of sandboxed and
 * redirected forms, is refused.
 */
@PublicRole
@Component
public class OwnForms {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final String publicOrigin;

  OwnForms(VerificationProperties properties) {
    this.publicOrigin = origin(properties.publicAddress());
  }

  /**
   * Has a page's forms tell where they come from, to this site alone. Without TLS browsers send no
   * {@code Sec-Fetch-Site}, and under {@code no-referrer} their {@code Origin} is {@code null}.
   */
  public static void tellOrigin(HttpServletResponse response) {
    response.setHeader("Referrer-Policy", "same-origin");
  }

  /** Whether a page of this site sent the form, or the browser's user without any page. */
  public boolean isOwn(HttpServletRequest request) {
    String site = request.getHeader(FETCH_SITE);
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return isHere(origin == null ? request.getHeader(HttpHeaders.REFERER) : origin, request);
  }

  private boolean isHere(@Nullable String address, HttpServletRequest request) {
    String from = origin(address);
    if (from.isEmpty()) {
      return false;
    }
    // a proxy without a word on TLS leaves requests plain here: then https is as right as http
    String host = "://" + lower(request.getHeader(HttpHeaders.HOST));
    return from.equals(publicOrigin)
        || from.equals("https" + host)
        || from.equals("http" + host) && !request.isSecure();
  }

  /** Scheme, host and port of an address; empty if it has none. */
  private static String origin(@Nullable String address) {
    try {
      URI uri = URI.create(address == null ? "" : address);
      String authority = uri.getRawAuthority();
      return uri.getScheme() == null || authority == null
          ? ""
          : lower(uri.getScheme() + "://" + authority);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
