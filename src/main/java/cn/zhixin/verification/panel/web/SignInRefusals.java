package cn.zhixin.verification.panel.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.door.Refusals;
import cn.zhixin.verification.guesses.Guesser;
import cn.zhixin.verification.panel.SignInOutcome;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Reader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says why nobody was let in, and what a holder can do whom strangers' attempts hinder. */
@PublicRole
@Component
class SignInRefusals {
  private final PanelFrames frames;
  private final Clock clock;

  SignInRefusals(PanelFrames frames, Clock clock) {
    this.frames = frames;
    this.clock = clock;
  }

  ModelAndView page(
      String state,
      HttpStatus status,
      String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    ModelAndView page = frames.signIn(state, code, request, response);
    page.setStatus(status);
    return page;
  }

  /** The same with a place for the file. */
  ModelAndView otherFile(String code, HttpServletRequest request, HttpServletResponse response) {
    return page("OTHER_FILE", HttpStatus.FORBIDDEN, code, request, response)
        .addObject("asksFile", true);
  }

  ModelAndView tooOften(
      SignInOutcome.TooOften often,
      String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Refusals.tell(response, often.refused());
    Guesser way = often.way();
    boolean asksFile = !(way instanceof Guesser.WithFile);
    String state =
        way instanceof Guesser.CodeAlone
            ? "TOO_OFTEN"
            : asksFile ? "TOO_OFTEN_HERE" : "TOO_OFTEN_FILE";
    return page(state, HttpStatus.TOO_MANY_REQUESTS, code, request, response)
        .addObject("asksFile", asksFile)
        .addObject("ways", ways(often, Reader.of(request).language()));
  }

  private List<String> ways(SignInOutcome.TooOften often, Language language) {
    Sentences sentences = Sentences.in(language);
    List<String> ways = new ArrayList<>();
    if (often.way() instanceof Guesser.CodeAlone) {
      ways.add(sentences.text("panel.often.browser"));
    }
    if (!(often.way() instanceof Guesser.WithFile)) {
      ways.add(sentences.text("panel.often.file"));
    }
    Instant again = Refusals.again(often.refused(), clock.instant());
    ways.add(sentences.text("panel.often.later", new Dates(language).minute(again)));
    ways.add(sentences.text("panel.often.office"));
    return ways;
  }
}
