package cn.zhixin.verification.panel.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.DoorLimits;
import cn.zhixin.verification.door.Refusals;
import cn.zhixin.verification.door.Subject;
import cn.zhixin.verification.door.Throttle;
import cn.zhixin.verification.panel.HolderCheck;
import cn.zhixin.verification.panel.HolderSessions;
import cn.zhixin.verification.panel.Holders;
import cn.zhixin.verification.panel.TypedIdentityNumber;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.SessionCookie;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** A holder comes in by code and identity number, and leaves. */
@PublicRole
@Controller
class HolderSignInPages {
  private final Holders holders;
  private final HolderSessions sessions;
  private final HolderGate gate;
  private final OwnForms forms;
  private final Throttle throttle;
  private final DoorLimits limits;
  private final PanelFrames frames;

  HolderSignInPages(
      Holders holders,
      HolderSessions sessions,
      HolderGate gate,
      OwnForms forms,
      Throttle throttle,
      DoorLimits limits,
      PanelFrames frames) {
    this.holders = holders;
    this.sessions = sessions;
    this.gate = gate;
    this.forms = forms;
    this.throttle = throttle;
    this.limits = limits;
    this.frames = frames;
  }

  @PostMapping("/holder")
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String identity,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!forms.isOwn(request)) {
      return again("FOREIGN", HttpStatus.FORBIDDEN, "", request, response);
    }
    if (!(TypedCode.read(code) instanceof CodeReading.Read whole)) {
      String typed = code.length() > VerificationCode.LENGTH * 4 ? "" : code;
      return again("MISTYPED", HttpStatus.BAD_REQUEST, typed, request, response);
    }
    String grouped = whole.code().grouped();
    Optional<TypedIdentityNumber> number = TypedIdentityNumber.read(identity);
    if (number.isEmpty()) {
      return again("NO_NUMBER", HttpStatus.BAD_REQUEST, grouped, request, response);
    }
    if (throttle.take(limits.holderSignInCode(), Subject.certificate(whole.code()))
        instanceof Decision.Refused refused) {
      Refusals.tell(response, refused);
      return again("TOO_OFTEN", HttpStatus.TOO_MANY_REQUESTS, grouped, request, response);
    }
    HolderCheck check = holders.check(whole.code(), number.get());
    if (check instanceof HolderCheck.Unreachable) {
      return again("UNREACHABLE", HttpStatus.SERVICE_UNAVAILABLE, grouped, request, response);
    }
    if (!(check instanceof HolderCheck.Confirmed)) {
      return again("NOT_CONFIRMED", HttpStatus.FORBIDDEN, grouped, request, response);
    }
    // whoever had a session in this browser before has none now
    SessionCookie.HOLDER.read(request).ifPresent(sessions::close);
    SessionCookie.HOLDER.set(request, response, sessions.open(whole.code()));
    return new ModelAndView(to("/holder", request));
  }

  private ModelAndView again(
      String state,
      HttpStatus status,
      String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = frames.signIn(state, code, request, response);
    page.setStatus(status);
    return page;
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
