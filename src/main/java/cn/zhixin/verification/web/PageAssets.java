package cn.zhixin.verification.web;

import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.PublicRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The style sheet and the script that stand inside each page, and the content security policy (CSP
 * level 3) that admits those two by their digests and nothing else.
 */
@PublicRole
@Component
class PageAssets {
  private final String style = read("web/page.css");
  private final String script = read("web/compare-qr.js");
  private final String policy =
      "default-src 'none'; style-src "
          + source(style)
          + "; script-src "
          + source(script)
          + "; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  String style() {
    return style;
  }

  String script() {
    return script;
  }

  String policy() {
    return policy;
  }

  private static String source(String content) {
    byte[] digest = Digest.of(content.getBytes(StandardCharsets.UTF_8)).value().unsafeArray();
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static String read(String name) {
    try (InputStream file = PageAssets.class.getClassLoader().getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("not in the program: " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
