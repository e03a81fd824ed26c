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
 * The style sheets and scripts that stand inside the pages, and the content security policies (CSP
 * level 3) that admit those by their digests and nothing else.
 */
@PublicRole
@Component
class PageAssets {
  private final String style = read("web/page.css");
  private final String script = read("web/compare-qr.js");
  private final String ledgerStyle = read("web/ledger.css");
  private final String ledgerScript = read("web/find-in-ledger.js");
  private final String policy = policy(source(style), source(script), "'none'");
  private final String ledgerPolicy =
      policy(source(style) + " " + source(ledgerStyle), source(ledgerScript), "'self'");

  String style() {
    return style;
  }

  String script() {
    return script;
  }

  /** On top of {@link #style}. */
  String ledgerStyle() {
    return ledgerStyle;
  }

  String ledgerScript() {
    return ledgerScript;
  }

  /** Of every page but the ledger's. */
  String policy() {
    return policy;
  }

  /** Of the ledger's page, whose script reads the ledger from here. */
  String ledgerPolicy() {
    return ledgerPolicy;
  }

  private static String policy(String styles, String scripts, String connections) {
    return "default-src 'none'; style-src "
        + styles
        + "; script-src "
        + scripts
        + "; connect-src "
        + connections
        + "; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
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
