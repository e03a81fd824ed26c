package cn.zhixin.verification.panel.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.PublicRole;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.panel.Question;
import cn.zhixin.verification.panel.Questions;
import cn.zhixin.verification.panel.Share;
import cn.zhixin.verification.panel.ShareCode;
import cn.zhixin.verification.panel.Shares;
import cn.zhixin.verification.panel.StampedCopyMaker;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.VerdictViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the holder's page together, in its reader's language. */
@PublicRole
@Component
class PanelViews {
  private static final int MOST_PAGES = 1_000;

  private final Answers answers;
  private final Shares shares;
  private final Questions questions;
  private final StampedCopyMaker copies;
  private final PanelFrames frames;
  private final Clock clock;

  PanelViews(
      Answers answers,
      Shares shares,
      Questions questions,
      StampedCopyMaker copies,
      PanelFrames frames,
      Clock clock) {
    this.answers = answers;
    this.shares = shares;
    this.questions = questions;
    this.copies = copies;
    this.frames = frames;
    this.clock = clock;
  }

  ModelAndView page(
      HolderGate.Entered entered,
      ShareForm form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Reader reader = Reader.of(request);
    VerificationCode code = entered.session().code();
    ModelAndView page = frames.withForms("panel", request, response);
    page.addObject("view", new VerdictViews(reader, answers).of(answers.answer(code)));
    page.addObject("code", code.value());
    page.addObject("form", entered.token().formToken());
    page.addObject("share", form);
    page.addObject("shares", shares.of(code).stream().map(each -> share(each, request)).toList());
    page.addObject("copies", copies.hasKey());
    page.addObject("ends", new Dates(reader.language()).time(entered.session().endsAt()));
    Questions.Page asked = questions.of(code, number(request.getParameter("asked")));
    page.addObject(
        "questions", asked.questions().stream().map(each -> question(each, reader)).toList());
    page.addObject("newer", asked.number() > 0 ? asked(asked.number() - 1, reader) : null);
    page.addObject("older", asked.more() ? asked(asked.number() + 1, reader) : null);
    return page;
  }

  private static String asked(int number, Reader reader) {
    String query = reader.query();
    return "/holder" + (query.isEmpty() ? "?" : query + "&") + "asked=" + (number + 1) + "#asked";
  }

  private static int number(@Nullable String typed) {
    if (typed == null || !typed.matches("[1-9][0-9]{0,3}")) {
      return 0;
    }
    return Math.min(MOST_PAGES, Integer.parseInt(typed)) - 1;
  }

  ShareView share(Share share, HttpServletRequest request) {
    Dates dates = new Dates(Reader.of(request).language());
    ShareCode shareCode = share.shareCode();
    Instant revokedAt = share.revokedAt();
    Instant stampedAt = share.stampedAt();
    return new ShareView(
        share.id(),
        share.state(clock.instant()).name(),
        share.purpose(),
        share.recipient(),
        share.allowsFile(),
        dates.date(share.createdAt()),
        dates.date(share.lastDay()),
        revokedAt == null ? null : dates.time(revokedAt),
        stampedAt == null ? null : dates.date(stampedAt),
        share.opened(),
        shareCode == null ? null : frames.address(request) + "/s/" + shareCode.value(),
        share.groupedNumber());
  }

  private static QuestionView question(Question question, Reader reader) {
    Sentences sentences = Sentences.in(reader.language());
    String kind = sentences.text("panel.asked.kind." + question.kind());
    return new QuestionView(
        new Dates(reader.language()).minute(question.at()),
        question.organisation() == null
            ? sentences.text("panel.asked.nobody")
            : question.organisation(),
        question.purpose(),
        question.times() > 1 ? sentences.text("panel.asked.times", kind, question.times()) : kind,
        sentences.text("verdict." + question.answered()));
  }

  /** One line of the table of shares. */
  record ShareView(
      long id,
      String state,
      String purpose,
      @Nullable String recipient,
      boolean file,
      String created,
      String until,
      @Nullable String revoked,
      @Nullable String stamped,
      long opened,
      @Nullable String link,
      String number) {
    public boolean open() {
      return state.equals(Share.State.VALID.name());
    }
  }

  /** One line of the table of who asked. */
  record QuestionView(String at, String who, String purpose, String how, String answered) {}
}
