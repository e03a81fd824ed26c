package cn.zhixin.verification.web;

import cn.zhixin.verification.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How somebody wants to read: by {@code ?lang=} and {@code ?text=large}, else by the browser's
 * {@code Accept-Language}. Kept in links, not in cookies.
 *
 * @param chosen the language in the address, or null if it follows from the browser
 */
public record Reader(Language language, @Nullable Language chosen, boolean largeText) {
  public static Reader of(HttpServletRequest request) {
    Language chosen = chosen(parameter(request, "lang"));
    boolean large = "large".equals(parameter(request, "text"));
    return new Reader(chosen != null ? chosen : preferred(request), chosen, large);
  }

  /** Also of a request whose body was refused, which the web server then tells no parameters of. */
  private static @Nullable String parameter(HttpServletRequest request, String name) {
    try {
      return request.getParameter(name);
    } catch (IllegalStateException e) {
      return UriComponentsBuilder.newInstance()
          .query(request.getQueryString())
          .build()
          .getQueryParams()
          .getFirst(name);
    }
  }

  private static @Nullable Language chosen(@Nullable String tag) {
    return tag == null ? null : Language.named(tag).orElse(null);
  }

  /** The first of the browser's languages that exists here; Chinese if none does. */
  static Language preferred(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Language.CHINESE;
    }
    List<Locale> wanted = Collections.list(request.getLocales());
    return wanted.stream()
        .flatMap(locale -> Language.named(locale.toLanguageTag()).stream())
        .findFirst()
        .orElse(Language.CHINESE);
  }

  /** For links to other pages: empty, or beginning with {@code ?}. */
  public String query() {
    return query(chosen, largeText);
  }

  /** To this page in the other language. */
  String otherLanguageQuery() {
    Language other = language == Language.ENGLISH ? Language.CHINESE : Language.ENGLISH;
    return query(other, largeText);
  }

  /** To this page in the other size of text; {@code ?} alone clears the query. */
  String otherTextQuery() {
    String query = query(chosen, !largeText);
    return query.isEmpty() ? "?" : query;
  }

  private static String query(@Nullable Language language, boolean large) {
    List<String> parts = new ArrayList<>();
    if (language != null) {
      parts.add("lang=" + (language == Language.ENGLISH ? "en" : "zh"));
    }
    if (large) {
      parts.add("text=large");
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }
}
