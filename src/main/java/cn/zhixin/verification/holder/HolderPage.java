package cn.zhixin.verification.holder;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.people.ApiKey;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.door.Refusals;
import cn.zhixin.verification.employers.EmployerSessions;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Frames;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.TypedCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
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
  private final EmployerSessions employers;
  private final NumberRefusals refusals;
  private final Frames frames;

  HolderPage(
      HolderMatches matches, EmployerSessions employers, NumberRefusals refusals, Frames frames) {
    this.matches = matches;
    this.employers = employers;
    this.refusals = refusals;
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
    page.addObject("grouped", read.code().grouped());
    page.addObject("back", "/v/" + read.code() + reader.query());
    ClaimReading reading = ClaimReading.of(name, tail, reader.language());
    if (reading instanceof ClaimReading.Refused refused) {
      page.setStatus(HttpStatus.BAD_REQUEST);
      return show(page, "UNREADABLE", refused.sentence());
    }
    HolderClaim claim = ((ClaimReading.Claim) reading).claim();
    // the cookie is SameSite=Strict: no other site's form uses up what an organisation may ask
    Optional<ApiKey> asker = employers.of(request).map(EmployerSessions.Open::key);
    HolderMatch match = matches.match(read.code(), claim, asker);
    String state = match.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    if (match instanceof HolderMatch.TooOften often) {
      Refusals.tell(response, often.refused());
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return show(page, state, refusals.sentence(often, reader.language()));
    }
    String time = new Dates(reader.language()).time(match.asOf());
    if (match instanceof HolderMatch.Unconfirmed) {
      page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
    }
    if (match instanceof HolderMatch.Compared compared) {
      page.addObject("verdict", compared.verdict());
    }
    if (match instanceof HolderMatch.Matches matching && matching.verdict() != Verdict.VALID) {
      return show(page, "but." + matching.verdict(), sentences.text("holder.but.text", time));
    }
    return show(page, state, sentences.text("holder." + state + ".text", time));
  }

  private static ModelAndView show(ModelAndView page, String state, String sentence) {
    return page.addObject("state", state).addObject("sentence", sentence);
  }
}
