package cn.zhixin.verification.holder;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.door.Decision;
import cn.zhixin.verification.door.DoorLimits;
import cn.zhixin.verification.door.Refusals;
import cn.zhixin.verification.door.Subject;
import cn.zhixin.verification.door.Throttle;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The same for people, who send the form on a certificate's page; needs no script. */
@PublicRole
@Controller
class HolderPage {
  private final HolderMatches matches;
  private final Throttle throttle;
  private final DoorLimits limits;
  private final Frames frames;

  HolderPage(HolderMatches matches, Throttle throttle, DoorLimits limits, Frames frames) {
    this.matches = matches;
    this.throttle = throttle;
    this.limits = limits;
    this.frames = frames;
  }

  @PostMapping("/v/{code}/holder")
  Object match(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String tail,
      HttpServletRequest request,
      HttpServletResponse response) {
    Reader reader = Reader.of(request);
    Sentences sentences = Sentences.in(reader.language());
    if (!(TypedCode.read(code) instanceof CodeReading.Read read)) {
      // no page of ours has such a form
      return ResponseEntity.badRequest().build();
    }
    ModelAndView page = frames.page("holder", request);
    page.addObject("code", read.code());
    page.addObject("back", "/v/" + read.code() + reader.query());
    ClaimReading reading = ClaimReading.of(name, tail, reader.language());
    if (reading instanceof ClaimReading.Refused refused) {
      page.setStatus(HttpStatus.BAD_REQUEST);
      return show(page, "UNREADABLE", refused.sentence());
    }
    if (throttle.take(limits.holderMatchCode(), Subject.certificate(read.code()))
        instanceof Decision.Refused refused) {
      Refusals.tell(response, refused);
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return show(page, "TOO_OFTEN", sentences.text("holder.TOO_OFTEN.text"));
    }
    HolderMatch match = matches.match(read.code(), ((ClaimReading.Claim) reading).claim());
    String time = new Dates(reader.language()).time(match.asOf());
    if (match instanceof HolderMatch.Unconfirmed) {
      page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }
    String state = match.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    return show(page, state, sentences.text("holder." + state + ".text", time));
  }

  private static ModelAndView show(ModelAndView page, String state, String sentence) {
    return page.addObject("state", state).addObject("sentence", sentence);
  }
}
