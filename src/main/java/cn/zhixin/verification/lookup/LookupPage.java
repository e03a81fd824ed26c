package cn.zhixin.verification.lookup;

import cn.zhixin.catalogue.IdentityDocumentKind;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.OwnAssets;
import cn.zhixin.verification.web.PageAssets;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form of a look-up; its script solves the challenge and shows the answer. */
@PublicRole
@Controller
class LookupPage {
  private final Frames frames;
  private final OwnAssets assets;

  LookupPage(Frames frames, PageAssets assets) {
    this.frames = frames;
    this.assets = assets.own("web/lookup.css", "web/lookup.js", "'self'");
  }

  /** One kind of document as the form offers it. */
  record Kind(String name, String text) {}

  @GetMapping("/lookup")
  ModelAndView form(HttpServletRequest request, HttpServletResponse response) {
    Language language = Reader.of(request).language();
    List<Kind> kinds =
        Arrays.stream(IdentityDocumentKind.values())
            .map(
                each ->
                    new Kind(each.name(), new Wording(each.chinese(), each.english()).in(language)))
            .toList();
    ModelAndView page = frames.page("lookup", request);
    page.addObject("kinds", kinds);
    assets.addTo(page, response);
    return page;
  }
}
