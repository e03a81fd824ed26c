package cn.zhixin.verification.web;

import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.verification.PublicRole;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the public ledger is, how large, and how to watch it oneself; finds a certificate's entry in
 * the reader's browser.
 */
@PublicRole
@Controller
class LedgerPage {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerPage.class);

  /** What the script can find; each has its words in a template of the page. */
  private static final List<String> FINDINGS =
      List.of(
          "IN_LEDGER",
          "PROOF_WRONG",
          "NOT_TODAY",
          "OTHER_LEDGER",
          "NOT_OURS",
          "FILE_UNREADABLE",
          "CANNOT_TELL",
          "INSECURE");

  private final PublishedLedger ledger;
  private final Frames frames;
  private final OwnAssets assets;

  LedgerPage(PublishedLedger ledger, Frames frames, PageAssets assets) {
    this.ledger = ledger;
    this.frames = frames;
    this.assets = assets.own("web/ledger.css", "web/find-in-ledger.js", "'self'");
  }

  @GetMapping("/ledger")
  ModelAndView ledger(HttpServletRequest request, HttpServletResponse response) {
    LedgerView view = view(request);
    ModelAndView page = frames.page("ledger", request);
    page.addObject("view", view);
    page.addObject("findings", FINDINGS);
    assets.addTo(page, response);
    if (view.state().equals("UNREADABLE")) {
      page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
      response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
    }
    return page;
  }

  private LedgerView view(HttpServletRequest request) {
    LedgerViews views =
        new LedgerViews(Reader.of(request), ledger.keys(), frames.address(request) + "/ledger");
    try {
      return ledger
          .latest()
          .map(last -> views.published(last, ledger.growth()))
          .orElseGet(views::empty);
    } catch (DataAccessException | TransactionException e) {
      LOG.error("the ledger cannot be read: {}", e.toString());
      return views.unreadable();
    }
  }
}
