package cn.zhixin.verification.panel.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.panel.BrowserMarks;
import cn.zhixin.verification.panel.HolderSessions;
import cn.zhixin.verification.panel.HolderSignIn;
import cn.zhixin.verification.panel.SignInOutcome;
import cn.zhixin.verification.panel.TypedIdentityNumber;
import cn.zhixin.verification.web.OwnCookie;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.SessionCookie;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A holder comes in by code and identity number, and leaves. */
@PublicRole
@Controller
class HolderSignInPages {
  /** Outlives sessions; lets nobody in. */
  private static final OwnCookie MARKS = new OwnCookie("zhixin-known");

  private final HolderSignIn signIn;
  private final BrowserMarks marks;
  private final HolderSessions sessions;
  private final HolderGate gate;
  private final OwnForms forms;
  private final PanelFrames frames;
  private final SignInRefusals refusals;

  HolderSignInPages(
      HolderSignIn signIn,
      BrowserMarks marks,
      HolderSessions sessions,
      HolderGate gate,
      OwnForms forms,
      PanelFrames frames,
      SignInRefusals refusals) {
    this.signIn = signIn;
    this.marks = marks;
    this.sessions = sessions;
    this.gate = gate;
    this.forms = forms;
    this.frames = frames;
    this.refusals = refusals;
  }

  @PostMapping("/holder")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String identity,
      @RequestParam(required = false) @Nullable MultipartFile file,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (!forms.isOwn(request)) {
      return refusals.page("FOREIGN", HttpStatus.FORBIDDEN, "", request, response);
    }
    if (!(TypedCode.read(code) instanceof CodeReading.Read whole)) {
      String typed = code.length() > VerificationCode.LENGTH * 4 ? "" : code;
      return refusals.page("MISTYPED", HttpStatus.BAD_REQUEST, typed, request, response);
    }
    String grouped = whole.code().grouped();
    Optional<TypedIdentityNumber> number = TypedIdentityNumber.read(identity);
    if (number.isEmpty()) {
      return refusals.page("NO_NUMBER", HttpStatus.BAD_REQUEST, grouped, request, response);
    }
    String kept = MARKS.read(request).orElse("");
    SignInOutcome outcome = signIn.enter(whole.code(), number.get(), kept, SentFiles.digest(file));
    if (outcome instanceof SignInOutcome.TooOften often) {
      return refusals.tooOften(often, grouped, request, response);
    }
    if (outcome instanceof SignInOutcome.OtherFile) {
      return refusals.otherFile(grouped, request, response);
    }
    if (outcome instanceof SignInOutcome.Unreachable) {
      return refusals.page(
          "UNREACHABLE", HttpStatus.SERVICE_UNAVAILABLE, grouped, request, response);
    }
    if (!(outcome instanceof SignInOutcome.Entered)) {
      return refusals.page("NOT_CONFIRMED", HttpStatus.FORBIDDEN, grouped, request, response);
    }
    // whoever had a session in this browser before has none now
    SessionCookie.HOLDER.read(request).ifPresent(sessions::close);
    SessionCookie.HOLDER.set(request, response, sessions.open(whole.code()));
    MARKS.set(request, response, marks.with(kept, whole.code()), BrowserMarks.KEPT);
    return new ModelAndView(to("/holder", request));
  }

  @PostMapping("/holder/sign-out")
  ModelAndView signOut(HttpServletRequest request, HttpServletResponse response) {
    Optional<HolderGate.Entered> entered = gate.enterWithForm(request);
    if (entered.isEmpty()) {
      return frames.turnedAway(request, response);
    }
    sessions.close(entered.get().token());
    SessionCookie.HOLDER.remove(request, response);
    return new ModelAndView(to("/", request));
  }

  /** 303: what was sent is not sent again when the page is loaded anew. */
  static View to(String path, HttpServletRequest request) {
    RedirectView view = new RedirectView(path + Reader.of(request).query());
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
