package cn.zhixin.verification.panel.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.panel.Share;
import cn.zhixin.verification.panel.Shares;
import cn.zhixin.verification.panel.StampedCopyMaker;
import cn.zhixin.verification.panel.StampedCopyMaking;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a holder does with shares: make, revoke, take a stamped copy. */
@PublicRole
@Controller
class SharePages {
  private final HolderGate gate;
  private final Shares shares;
  private final StampedCopyMaker copies;
  private final PanelViews views;
  private final PanelFrames frames;

  SharePages(
      HolderGate gate,
      Shares shares,
      StampedCopyMaker copies,
      PanelViews views,
      PanelFrames frames) {
    this.gate = gate;
    this.shares = shares;
    this.copies = copies;
    this.views = views;
    this.frames = frames;
  }

  @PostMapping("/holder/shares")
  ModelAndView make(
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String purpose,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "false") boolean file,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enterWithForm(request);
    if (entered.isEmpty()) {
      return frames.turnedAway(request, response);
    }
    ShareForm form = new ShareForm(id, purpose, recipient, days, file, "", "");
    ShareForm.Outcome outcome = form.read();
    if (!(outcome instanceof ShareForm.Outcome.Ordered ordered)) {
      return faulty(((ShareForm.Outcome.Faulty) outcome).form(), entered.get(), request, response);
    }
    VerificationCode code = entered.get().session().code();
    if (shares.make(code, ordered.order()).isEmpty()) {
      return faulty(
          form.with("many", String.valueOf(Shares.MOST_OPEN)), entered.get(), request, response);
    }
    return new ModelAndView(HolderSignInPages.to("/holder", request));
  }

  private ModelAndView faulty(
      ShareForm form,
      HolderGate.Entered entered,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = views.page(entered, form, request, response);
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  /** What is about to be revoked; asks before it is done. */
  @GetMapping("/holder/shares/{id}/revoke")
  ModelAndView ask(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enter(request);
    if (entered.isEmpty()) {
      return frames.turnedAway(request, response);
    }
    Optional<Share> share = shares.find(entered.get().session().code(), id);
    if (share.isEmpty()) {
      return frames.notice("NO_SHARE", HttpStatus.NOT_FOUND, request, response);
    }
    ModelAndView page = frames.withForms("panel-revoke", request, response);
    page.addObject("share", views.share(share.get(), request));
    page.addObject("form", entered.get().token().formToken());
    return page;
  }

  @PostMapping("/holder/shares/{id}/revoke")
  ModelAndView revoke(
      @PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enterWithForm(request);
    if (entered.isEmpty()) {
      return frames.turnedAway(request, response);
    }
    VerificationCode code = entered.get().session().code();
    if (shares.find(code, id).isEmpty()) {
      return frames.notice("NO_SHARE", HttpStatus.NOT_FOUND, request, response);
    }
    shares.revoke(code, id);
    return new ModelAndView(HolderSignInPages.to("/holder", request));
  }

  @PostMapping("/holder/shares/{id}/copy")
  Object copy(@PathVariable long id, HttpServletRequest request, HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enterWithForm(request);
    if (entered.isEmpty()) {
      return frames.turnedAway(request, response);
    }
    Optional<Share> share = shares.find(entered.get().session().code(), id);
    StampedCopyMaking making =
        share.isEmpty()
            ? new StampedCopyMaking.NoShare()
            : copies.make(share.get(), frames.address(request) + "/s/");
    if (making instanceof StampedCopyMaking.Made made) {
      return PdfDownloads.of(made.pdf(), "stamped-" + share.orElseThrow().number() + ".pdf");
    }
    return refused(making, request, response);
  }

  private ModelAndView refused(
      StampedCopyMaking making, HttpServletRequest request, HttpServletResponse response) {
    if (making instanceof StampedCopyMaking.NoGlyph missing) {
      String character =
          Character.toString(missing.codePoint()) + String.format(" (U+%04X)", missing.codePoint());
      return frames.notice("NO_GLYPH", HttpStatus.CONFLICT, request, response, character);
    }
    if (making instanceof StampedCopyMaking.NoFile) {
      return frames.notice("NO_FILE", HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }
    if (making instanceof StampedCopyMaking.NoKey) {
      return frames.notice("NO_KEY", HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }
    return making instanceof StampedCopyMaking.NotValid
        ? frames.notice("NOT_VALID", HttpStatus.CONFLICT, request, response)
        : frames.notice("NO_SHARE", HttpStatus.NOT_FOUND, request, response);
  }
}
