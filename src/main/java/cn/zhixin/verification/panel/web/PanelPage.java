package cn.zhixin.verification.panel.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.storage.Packs;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.panel.CertificateFiles;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.SessionCookie;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 持证人专页: the certificate, its file, its shares, and who asked. */
@PublicRole
@Controller
class PanelPage {
  private final HolderGate gate;
  private final PanelViews views;
  private final PanelFrames frames;
  private final CertificateFiles files;

  PanelPage(HolderGate gate, PanelViews views, PanelFrames frames, CertificateFiles files) {
    this.gate = gate;
    this.views = views;
    this.frames = frames;
    this.files = files;
  }

  @GetMapping("/holder")
  ModelAndView panel(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enter(request);
    if (entered.isPresent()) {
      return views.page(entered.get(), ShareForm.fresh(), request, response);
    }
    String state = SessionCookie.HOLDER.read(request).isPresent() ? "ENDED" : "";
    String known =
        TypedCode.read(code) instanceof CodeReading.Read read ? read.code().grouped() : "";
    return frames.signIn(state, known, request, response);
  }

  /** Where the links in a page that answered a form lead: the addresses of forms show nothing. */
  @GetMapping({"/holder/sign-out", "/holder/shares", "/holder/shares/{id}/copy"})
  RedirectView back(HttpServletRequest request) {
    return new RedirectView("/holder" + Reader.of(request).query());
  }

  @GetMapping("/holder/certificate.pdf")
  Object file(HttpServletRequest request, HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enter(request);
    if (entered.isEmpty()) {
      return frames.turnedAway(request, response);
    }
    Packs.Reading file = files.of(entered.get().session().code());
    if (file instanceof Packs.Sound sound) {
      return PdfDownloads.of(sound.content(), "certificate.pdf");
    }
    String kind = file instanceof Packs.Altered ? "ALTERED" : "NO_FILE";
    return frames.notice(kind, HttpStatus.SERVICE_UNAVAILABLE, request, response);
  }
}
