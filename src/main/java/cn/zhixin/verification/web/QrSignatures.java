package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a page that cannot confirm a certificate offers to whoever scanned its QR: the signature in
 * the QR is verified in the browser. That never says whether the certificate is still valid, and
 * nothing of the QR is sent.
 */
@PublicRole
@Component
class QrSignatures {
  /** What the script can find; each has its words in a template of the page. */
  private static final List<String> FINDINGS =
      List.of(
          "CHECKING",
          "SIGNED",
          "WRONG_SIGNATURE",
          "OUTSIDE_VALIDITY",
          "NOT_OURS",
          "UNREADABLE",
          "INCOMPLETE",
          "UNAVAILABLE",
          "UNSUPPORTED");

  private final OwnAssets assets;

  QrSignatures(PageAssets assets) {
    this.assets =
        assets.own(
            "web/qr-signature.css",
            List.of("web/read-qr.js", "web/compare-qr.js", "web/qr-signature.js"),
            "'self'");
  }

  void addTo(ModelAndView page, HttpServletResponse response) {
    page.addObject("findings", FINDINGS);
    assets.addTo(page, response);
  }
}
