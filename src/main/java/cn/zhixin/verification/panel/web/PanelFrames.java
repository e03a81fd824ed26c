package cn.zhixin.verification.panel.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.OwnAssets;
import cn.zhixin.verification.web.OwnForms;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the holder's pages share. */
@PublicRole
@Component
class PanelFrames {
  private final Frames frames;
  private final OwnAssets assets;

  PanelFrames(Frames frames, PageAssets assets) {
    this.frames = frames;
    this.assets = assets.own("web/panel.css");
  }

  ModelAndView page(String template, HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = frames.page(template, request);
    page.addObject("query", Reader.of(request).query());
    assets.addTo(page, response);
    return page;
  }

  /** Pages with forms tell their own origin to this site and nothing to others. */
  ModelAndView withForms(
      String template, HttpServletRequest request, HttpServletResponse response) {
    OwnForms.tellOrigin(response);
    return page(template, request, response);
  }

  /** The form for code and identity number, with a word on why it is shown if there is one. */
  ModelAndView signIn(
      String state, String code, HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = withForms("panel-sign-in", request, response);
    page.addObject("state", state);
    page.addObject("code", code);
    page.addObject("ways", List.of());
    page.addObject("asksFile", false);
    return page;
  }

  /** A form that is not of a session that lasts: nothing was done. */
  ModelAndView turnedAway(HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = signIn("ENDED", "", request, response);
    page.setStatus(HttpStatus.FORBIDDEN);
    return page;
  }

  /** Something that cannot be done now, and the way back. */
  ModelAndView notice(
      String kind,
      HttpStatus status,
      HttpServletRequest request,
      HttpServletResponse response,
      Object... arguments) {
    Reader reader = Reader.of(request);
    ModelAndView page = withForms("panel-notice", request, response);
    page.addObject("kind", kind);
    page.addObject(
        "sentence",
        Sentences.in(reader.language()).text("panel.notice." + kind + ".text", arguments));
    page.setStatus(status);
    return page;
  }

  /** Without a slash at its end. */
  String address(HttpServletRequest request) {
    return frames.address(request);
  }
}
