package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Finds a certificate's QR with the reader's camera or in a photo, in the browser, and calls out
 * one that leads elsewhere. The only page that may use the camera.
 */
@PublicRole
@Controller
class ScanPage {
  /** What the script can say; each has its words in a template of the page. */
  private static final List<String> SAYINGS =
      List.of(
          "ASKING",
          "SEARCHING",
          "DARK",
          "NEARER",
          "LONG",
          "READING",
          "FOUND",
          "NOTHING",
          "DARK_PHOTO",
          "NO_PHOTO",
          "NOT_OURS",
          "OTHER_PAGE",
          "DAMAGED",
          "NO_ADDRESS",
          "DENIED",
          "NO_CAMERA",
          "BUSY",
          "INSECURE",
          "UNSUPPORTED");

  private static final String PERMISSIONS = "camera=(self), geolocation=(), microphone=()";

  private final Frames frames;
  private final OwnAssets assets;

  ScanPage(Frames frames, PageAssets assets) {
    this.frames = frames;
    OwnAssets own =
        assets.own(
            "web/scan.css",
            List.of("web/verification-code.js", "web/scan.js", "web/type-code.js"),
            "'none'");
    this.assets = new OwnAssets(own.style(), own.script(), own.policy() + "; worker-src 'self'");
  }

  @GetMapping("/scan")
  ModelAndView scan(HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = frames.page("scan", request);
    page.addObject("sayings", SAYINGS);
    page.addObject("host", URI.create(frames.address(request)).getRawAuthority());
    page.addObject("query", Reader.of(request).query());
    assets.addTo(page, response);
    response.setHeader("Permissions-Policy", PERMISSIONS);
    return page;
  }
}
