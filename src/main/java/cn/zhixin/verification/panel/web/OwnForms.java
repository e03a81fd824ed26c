package cn.zhixin.verification.panel.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.VerificationProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Tells forms of this site from those of others by {@code Origin} (RFC 6454 §7), or where a browser
 * hides that by {@code Sec-Fetch-Site} (Fetch Metadata). Whoever sends neither is no browser of a
 * holder.
 */
@PublicRole
@Component
class OwnForms {
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private final String publicAddress;

  OwnForms(VerificationProperties properties) {
    this.publicAddress = properties.publicAddress();
  }

  boolean isOwn(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || origin.equals("null")) {
      return "same-origin".equals(request.getHeader(FETCH_SITE));
    }
    return origin.equalsIgnoreCase(publicAddress)
        || !authority(origin).isEmpty()
            && authority(origin).equals(lower(request.getHeader(HttpHeaders.HOST)));
  }

  private static String authority(String origin) {
    try {
      return lower(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String lower(@Nullable String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
