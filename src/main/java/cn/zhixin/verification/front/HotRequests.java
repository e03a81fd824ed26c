package cn.zhixin.verification.front;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.web.Accepts;
import cn.zhixin.verification.web.TypedCode;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the requests that the front answers itself from all others. Whatever is out of the ordinary
 * (a percent sign, another parameter, two hosts) is left to the pages' server, which gives the same
 * answer, only later.
 */
final class HotRequests {
  private static final String API = "/api/v1/certificates/";
  private static final String PAGE = "/v/";
  private static final int LONGEST_CODE = 100;

  private final AskedLanguages languages = new AskedLanguages();

  /** Null if the request is not one of them. */
  @Nullable Asked read(HttpRequest request) {
    boolean head = HttpMethod.HEAD.equals(request.method());
    if ((!head && !HttpMethod.GET.equals(request.method()))
        || !HttpVersion.HTTP_1_1.equals(request.protocolVersion())) {
      return null;
    }
    String address = request.uri();
    boolean api = address.startsWith(API);
    if (!api && !address.startsWith(PAGE)) {
      return null;
    }
    int start = api ? API.length() : PAGE.length();
    int end = endOfCode(address, start);
    if (end < 0) {
      return null;
    }
    Headers headers = new Headers(request.headers());
    if (headers.unusual || headers.hosts != 1 || (!api && !Accepts.json(headers.accept))) {
      return null;
    }
    Optional<Language> language = language(address, end, headers.language);
    return language.isEmpty()
        ? null
        : new Asked(
            code(address, start, end),
            language.get(),
            headers.known,
            head,
            headers.encoding != null && headers.encoding.contains("gzip"));
  }

  /** Where the code ends, or −1 if there is something else than a plainly written code. */
  private static int endOfCode(String address, int start) {
    int end = start;
    while (end < address.length() && address.charAt(end) != '?') {
      char character = address.charAt(end);
      boolean plain =
          (character >= '0' && character <= '9')
              || (character >= 'A' && character <= 'Z')
              || (character >= 'a' && character <= 'z')
              || character == '-';
      if (!plain) {
        return -1;
      }
      end++;
    }
    return end == start || end - start > LONGEST_CODE ? -1 : end;
  }

  private static CodeReading code(String address, int start, int end) {
    String typed = address.substring(start, end);
    return typed.length() == VerificationCode.LENGTH
        ? CodeReading.of(typed)
        : TypedCode.read(typed);
  }

  private Optional<Language> language(String address, int end, @Nullable String accepted) {
    if (end == address.length()) {
      return languages.preferred(accepted);
    }
    return switch (address.substring(end)) {
      case "?lang=en" -> Optional.of(Language.ENGLISH);
      case "?lang=zh" -> Optional.of(Language.CHINESE);
      default -> Optional.empty();
    };
  }

  /** The headers that matter, found in one go. */
  private static final class Headers {
    private int hosts;
    private boolean unusual;
    private @Nullable String accept;
    private @Nullable String language;
    private @Nullable String known;
    private @Nullable String encoding;

    Headers(HttpHeaders headers) {
      Iterator<java.util.Map.Entry<CharSequence, CharSequence>> all =
          headers.iteratorCharSequence();
      while (all.hasNext()) {
        java.util.Map.Entry<CharSequence, CharSequence> header = all.next();
        take(header.getKey(), header.getValue());
      }
    }

    private void take(CharSequence name, CharSequence value) {
      switch (name.length()) {
        case 4 -> {
          if (is(HttpHeaderNames.HOST, name)) {
            hosts++;
            unusual |= !isPlainHost(value);
          }
        }
        case 6 -> {
          if (is(HttpHeaderNames.ACCEPT, name)) {
            accept = once(accept, value);
          } else if (is(HttpHeaderNames.EXPECT, name)) {
            unusual = true;
          }
        }
        case 13 -> {
          if (is(HttpHeaderNames.IF_NONE_MATCH, name)) {
            known = once(known, value);
          } else if (is(HttpHeaderNames.AUTHORIZATION, name)) {
            // requests with a key are counted for the key, which may take longer
            unusual = true;
          }
        }
        case 14 -> unusual |= is(HttpHeaderNames.CONTENT_LENGTH, name);
        case 15 -> {
          if (is(HttpHeaderNames.ACCEPT_LANGUAGE, name)) {
            language = once(language, value);
          } else if (is(HttpHeaderNames.ACCEPT_ENCODING, name)) {
            encoding = once(encoding, value);
          }
        }
        case 17 -> unusual |= is(HttpHeaderNames.TRANSFER_ENCODING, name);
        default -> {
          // says nothing about the answer
        }
      }
    }

    /** A name or an address of version 4, perhaps with a port. */
    private static boolean isPlainHost(CharSequence host) {
      for (int i = 0; i < host.length(); i++) {
        char each = host.charAt(i);
        boolean plain =
            (each >= 'a' && each <= 'z')
                || (each >= 'A' && each <= 'Z')
                || (each >= '-' && each <= ':' && each != '/');
        if (!plain) {
          return false;
        }
      }
      return host.length() > 0;
    }

    private String once(@Nullable String before, CharSequence value) {
      unusual |= before != null;
      return value.toString();
    }

    private static boolean is(AsciiString name, CharSequence given) {
      return name.contentEqualsIgnoreCase(given);
    }
  }
}
