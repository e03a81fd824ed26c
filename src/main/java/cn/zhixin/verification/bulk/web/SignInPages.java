package cn.zhixin.verification.bulk.web;

import cn.zhixin.people.ApiKeys;
import cn.zhixin.people.SignIn;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.employers.EmployerSessions;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.OwnAssets;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody of an organisation signs in with an API key, and out. */
@PublicRole
@Controller
class SignInPages {
  private final ApiKeys keys;
  private final EmployerSessions sessions;
  private final OwnForms forms;
  private final Frames frames;
  private final OwnAssets assets;

  SignInPages(
      ApiKeys keys, EmployerSessions sessions, OwnForms forms, Frames frames, PageAssets assets) {
    this.keys = keys;
    this.sessions = sessions;
    this.forms = forms;
    this.frames = frames;
    this.assets = assets.own("web/bulk.css", "web/bulk.js", "'self'");
  }

  @GetMapping("/sign-in")
  Object page(HttpServletRequest request, HttpServletResponse response) {
    return sessions.of(request).isPresent()
        ? "redirect:/bulk" + Reader.of(request).query()
        : page("", request, response);
  }

  /** The key is in the body, never in the address. */
  @PostMapping("/sign-in")
  Object signIn(
      @RequestParam(defaultValue = "") String key,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!forms.isOwn(request)) {
      return refused("foreign", HttpStatus.FORBIDDEN, request, response);
    }
    SignIn signIn = keys.identify(key);
    if (signIn instanceof SignIn.Accepted accepted) {
      sessions.open(accepted.key(), request, response);
      return "redirect:/bulk" + Reader.of(request).query();
    }
    String reason = ((SignIn.Refused) signIn).reason().name().toLowerCase(Locale.ROOT);
    return refused(reason, HttpStatus.UNAUTHORIZED, request, response);
  }

  @PostMapping("/sign-out")
  Object signOut(
      @RequestParam(defaultValue = "") String form,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean genuine =
        sessions
            .of(request)
            .filter(session -> sessions.isGenuine(request, session, form))
            .isPresent();
    if (genuine) {
      sessions.close(request, response);
    }
    return "redirect:/sign-in" + Reader.of(request).query();
  }

  private ModelAndView refused(
      String reason, HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = page(reason, request, response);
    page.setStatus(status);
    return page;
  }

  private ModelAndView page(
      String reason, HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = frames.page("sign-in", request);
    page.addObject("refusal", reason);
    page.addObject("query", Reader.of(request).query());
    assets.addTo(page, response);
    OwnForms.tellOrigin(response);
    return page;
  }
}
