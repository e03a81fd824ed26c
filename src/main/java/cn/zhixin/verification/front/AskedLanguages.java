package cn.zhixin.verification.front;

import cn.zhixin.verification.Language;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Accept-Language} (RFC 9110 §12.5.4) as the pages do, and remembers the few values
 * that browsers send.
 */
final class AskedLanguages {
  private static final int MOST = 1_000;
  private static final int LONGEST = 200;

  private final Map<String, Optional<Language>> known = new ConcurrentHashMap<>();

  /** Empty for a value that is not well-formed: then it is for others to read. */
  Optional<Language> preferred(@Nullable String accepted) {
    if (accepted == null) {
      return Optional.of(Language.CHINESE);
    }
    Optional<Language> before = known.get(accepted);
    if (before != null) {
      return before;
    }
    Optional<Language> read = accepted.length() > LONGEST ? Optional.empty() : read(accepted);
    if (known.size() < MOST) {
      known.put(accepted, read);
    }
    return read;
  }

  /**
   * As a page would say it: by {@code ?lang=}, else by the browser; Chinese if that says nothing.
   */
  Language of(HttpRequest request) {
    Language accepted =
        preferred(request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE)).orElse(Language.CHINESE);
    try {
      return new QueryStringDecoder(request.uri())
          .parameters().getOrDefault("lang", List.of()).stream()
              .findFirst()
              .flatMap(Language::named)
              .orElse(accepted);
    } catch (IllegalArgumentException e) {
      // a query that cannot be decoded asks for no language
      return accepted;
    }
  }

  private static Optional<Language> read(String accepted) {
    try {
      return Optional.of(
          Locale.LanguageRange.parse(accepted).stream()
              .filter(range -> range.getWeight() > 0)
              .flatMap(range -> Language.named(range.getRange()).stream())
              .findFirst()
              .orElse(Language.CHINESE));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
