package cn.zhixin.verification.web;

import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.PublicRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The style sheet and script that stand inside the pages, and the content security policy (CSP
 * level 3) that admits those by their digests and nothing else.
 */
@PublicRole
@Component
public class PageAssets {
  private final String style = read("web/page.css");
  private final String script =
      joined(
          List.of(
              "web/read-qr.js",
              "web/compare-qr.js",
              "web/verification-code.js",
              "web/type-code.js"));
  private final String keptScript = read("web/kept-page.js");
  private final String policy = policy(source(style), source(script), "'none'");

  public String style() {
    return style;
  }

  public String script() {
    return script;
  }

  /** Of every page: asks anew when the browser brings back a page that it kept. */
  String keptScript() {
    return keptScript;
  }

  /** Of every page that has no assets of its own. */
  public String policy() {
    return policy;
  }

  /**
   * A page's own style sheet, on top of {@link #style}, and its own script, in place of {@link
   * #script}.
   *
   * @param style file in the program, such as {@code web/ledger.css}
   * @param script file in the program
   * @param connections what the script may ask (CSP {@code connect-src}), such as {@code 'self'}
   */
  public OwnAssets own(String style, String script, String connections) {
    return own(style, List.of(script), connections);
  }

  /** The same with a script that is put together from several files. */
  OwnAssets own(String style, List<String> scripts, String connections) {
    String ownStyle = read(style);
    String ownScript = joined(scripts);
    String styles = source(this.style) + " " + source(ownStyle);
    return new OwnAssets(ownStyle, ownScript, policy(styles, source(ownScript), connections));
  }

  /** A page's own style sheet, for a page without a script of its own. */
  public OwnAssets own(String style) {
    String ownStyle = read(style);
    String styles = source(this.style) + " " + source(ownStyle);
    return new OwnAssets(ownStyle, "", policy(styles, "", "'none'"));
  }

  private String policy(String styles, String scripts, String connections) {
    return "default-src 'none'; style-src "
        + styles
        + "; script-src "
        + (source(keptScript) + " " + scripts).strip()
        + "; connect-src "
        + connections
        + "; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  }

  private static String source(String content) {
    byte[] digest = Digest.of(content.getBytes(StandardCharsets.UTF_8)).value().unsafeArray();
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  private static String joined(List<String> scripts) {
    return scripts.stream().map(PageAssets::read).collect(Collectors.joining("\n"));
  }

  static String read(String name) {
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
