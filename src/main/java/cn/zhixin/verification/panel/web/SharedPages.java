package cn.zhixin.verification.panel.web;

import cn.zhixin.storage.Packs;
import cn.zhixin.verification.PrimaryReads;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.employers.EmployerSessions;
import cn.zhixin.verification.panel.CertificateFiles;
import cn.zhixin.verification.panel.Share;
import cn.zhixin.verification.panel.ShareCode;
import cn.zhixin.verification.panel.ShareOpenings;
import cn.zhixin.verification.panel.ShareOpenings.What;
import cn.zhixin.verification.panel.Shares;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Problems;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.VerdictViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page behind a share's link. Each opening is kept before anything is shown; what is revoked,
 * expired or unknown shows nothing of any person. The certificate's own code is not told: it would
 * outlive the share.
 */
@PublicRole
@Controller
class SharedPages {
  private final Shares shares;
  private final ShareOpenings openings;
  private final PrimaryReads reads;
  private final Answers answers;
  private final CertificateFiles files;
  private final EmployerSessions employers;
  private final PanelFrames frames;
  private final Clock clock;

  SharedPages(
      Shares shares,
      ShareOpenings openings,
      PrimaryReads reads,
      Answers answers,
      CertificateFiles files,
      EmployerSessions employers,
      PanelFrames frames,
      Clock clock) {
    this.shares = shares;
    this.openings = openings;
    this.reads = reads;
    this.answers = answers;
    this.files = files;
    this.employers = employers;
    this.frames = frames;
    this.clock = clock;
  }

  /** What an address leads to: one share that is open, or the name of what is told instead. */
  private record Way(Optional<Share> share, String closed, HttpStatus status) {}

  private Way way(String typed) {
    Optional<ShareCode> code = ShareCode.read(typed);
    if (code.isEmpty()) {
      return new Way(Optional.empty(), "UNKNOWN", HttpStatus.NOT_FOUND);
    }
    Optional<Optional<Share>> found = reads.read(() -> shares.find(code.get()));
    if (found.isEmpty()) {
      return new Way(Optional.empty(), "UNCONFIRMED", HttpStatus.SERVICE_UNAVAILABLE);
    }
    if (found.get().isEmpty()) {
      return new Way(Optional.empty(), "UNKNOWN", HttpStatus.NOT_FOUND);
    }
    Share.State state = found.get().get().state(clock.instant());
    return state == Share.State.VALID
        ? new Way(found.get(), "", HttpStatus.OK)
        : new Way(Optional.empty(), state.name(), HttpStatus.GONE);
  }

  @GetMapping("/s/{code}")
  ModelAndView shared(
      @PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
    Way way = way(code);
    if (way.share().isEmpty()) {
      return closed(way, request, response);
    }
    Share share = way.share().get();
    Answer answer = answers.answer(share.code());
    if (!keep(share, What.PAGE, answer, request)) {
      return unconfirmed(request, response);
    }
    ModelAndView page = frames.page("shared", request, response);
    Reader reader = Reader.of(request);
    Dates dates = new Dates(reader.language());
    page.addObject("view", new VerdictViews(reader, answers).of(answer));
    page.addObject("successor", Sentences.in(reader.language()).text("fact.successor"));
    page.addObject("purpose", share.purpose());
    page.addObject("recipient", share.recipient());
    page.addObject("since", dates.date(share.createdAt()));
    page.addObject("until", dates.date(share.lastDay()));
    page.addObject("number", share.groupedNumber());
    Instant stampedAt = share.stampedAt();
    page.addObject("stamped", stampedAt == null ? null : dates.date(stampedAt));
    page.addObject(
        "file",
        share.allowsFile() && answer.verdict() == Verdict.VALID
            ? "/s/" + code + "/certificate.pdf" + reader.query()
            : null);
    if (!(answer instanceof Answer.Found)) {
      page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
      response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
    }
    return page;
  }

  @GetMapping("/s/{code}/certificate.pdf")
  Object file(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
    Way way = way(code);
    if (way.share().isEmpty()) {
      return closed(way, request, response);
    }
    Share share = way.share().get();
    if (!share.allowsFile()) {
      return closed(new Way(Optional.empty(), "UNKNOWN", HttpStatus.NOT_FOUND), request, response);
    }
    Packs.Reading file = files.of(share.code());
    if (!(file instanceof Packs.Sound sound)) {
      return closed(
          new Way(Optional.empty(), "NO_FILE", HttpStatus.SERVICE_UNAVAILABLE), request, response);
    }
    Answer answer = answers.answer(share.code());
    if (!keep(share, What.FILE, answer, request)) {
      return unconfirmed(request, response);
    }
    if (!(answer instanceof Answer.Found)) {
      return unconfirmed(request, response);
    }
    // the file looks good for ever: it is not passed on when the certificate is not
    return answer.verdict() == Verdict.VALID
        ? PdfDownloads.of(sound.content(), "certificate.pdf")
        : closed(new Way(Optional.empty(), "NOT_VALID", HttpStatus.CONFLICT), request, response);
  }

  /** Whether it was kept, or nothing is shown anyway. */
  private boolean keep(Share share, What what, Answer answer, HttpServletRequest request) {
    if (request.getMethod().equals("HEAD")) {
      return true;
    }
    Verdict verdict =
        answer instanceof Answer.Found found
            ? found.entry().facts().verdict()
            : Verdict.UNCONFIRMED;
    return reads
        .read(
            () -> {
              OptionalLong organisation = organisation(request);
              openings.keep(share, what, organisation, verdict);
              return share;
            })
        .isPresent();
  }

  /** Whose member opens it, if he is signed in. */
  private OptionalLong organisation(HttpServletRequest request) {
    return employers
        .of(request)
        .map(open -> OptionalLong.of(open.key().organisation().id()))
        .orElseGet(OptionalLong::empty);
  }

  private ModelAndView unconfirmed(HttpServletRequest request, HttpServletResponse response) {
    return closed(
        new Way(Optional.empty(), "UNCONFIRMED", HttpStatus.SERVICE_UNAVAILABLE),
        request,
        response);
  }

  private ModelAndView closed(Way way, HttpServletRequest request, HttpServletResponse response) {
    ModelAndView page = frames.page("shared-closed", request, response);
    page.addObject("state", way.closed());
    page.setStatus(way.status());
    if (way.status() == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER);
    }
    return page;
  }
}
