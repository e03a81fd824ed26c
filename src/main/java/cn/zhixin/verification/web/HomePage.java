package cn.zhixin.verification.web;

import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What this is, a form for a code, and how to read a result. */
@PublicRole
@Controller
class HomePage {
  private static final List<String> EXPLAINED =
      List.of(
          Verdict.VALID.name(),
          Verdict.REVOKED.name(),
          Verdict.SUPERSEDED.name(),
          Verdict.SUSPENDED.name(),
          Verdict.CANCELLED.name(),
          Verdict.NOT_FOUND.name(),
          Verdict.UNCONFIRMED.name());

  private final Frames frames;

  HomePage(Frames frames) {
    this.frames = frames;
  }

  @GetMapping("/")
  ModelAndView home(HttpServletRequest request) {
    return frames
        .page("home", request)
        .addObject("verdicts", EXPLAINED)
        .addObject("query", Reader.of(request).query());
  }
}
