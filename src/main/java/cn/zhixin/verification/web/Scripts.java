package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The scripts that pages load by address instead of carrying them: the QR decoder and the worker it
 * runs in.
 */
@PublicRole
@Controller
class Scripts {
  /** In the addresses of vendored files, which never change. */
  private static final String DECODER = "vendor/qr-0.7.0/";

  private static final MediaType JAVASCRIPT =
      MediaType.parseMediaType("text/javascript;charset=UTF-8");

  /** Of a worker: its imports come from here too, and it may ask for nothing else. */
  private static final String POLICY = "default-src 'none'; script-src 'self'";

  private final String worker = PageAssets.read("web/scan-worker.js");
  private final String decoder = PageAssets.read("web/" + DECODER + "decode.js");
  private final String encoder = PageAssets.read("web/" + DECODER + "index.js");

  @GetMapping("/assets/scan-worker.js")
  ResponseEntity<String> worker(HttpServletResponse response) {
    return script(worker, CacheControl.noCache(), response);
  }

  @GetMapping("/assets/" + DECODER + "decode.js")
  ResponseEntity<String> decoder(HttpServletResponse response) {
    return script(decoder, kept(), response);
  }

  @GetMapping("/assets/" + DECODER + "index.js")
  ResponseEntity<String> encoder(HttpServletResponse response) {
    return script(encoder, kept(), response);
  }

  private static CacheControl kept() {
    return CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
  }

  private static ResponseEntity<String> script(
      String content, CacheControl kept, HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    return ResponseEntity.ok().contentType(JAVASCRIPT).cacheControl(kept).body(content);
  }
}
