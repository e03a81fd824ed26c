package cn.zhixin.verification.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.Answers;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.answers.Check;
import cn.zhixin.verification.answers.Checks;
import cn.zhixin.verification.web.VerdictView.Action;
import cn.zhixin.verification.web.VerdictView.CheckLine;
import cn.zhixin.verification.web.VerdictView.Holder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer into the words of a page, for one reader. */
public final class VerdictViews {
  private final Reader reader;
  private final Sentences sentences;
  private final Dates dates;
  private final Answers answers;

  public VerdictViews(Reader reader, Answers answers) {
    this.reader = reader;
    this.answers = answers;
    this.sentences = Sentences.in(reader.language());
    this.dates = new Dates(reader.language());
  }

  /** Of no day in particular. */
  public VerdictView of(Answer answer) {
    return of(answer, new AskedDay.None(), null);
  }

  /**
   * @param typed the day as it was typed, or null
   */
  VerdictView of(Answer answer, AskedDay asked, @Nullable String typed) {
    if (answer instanceof Answer.Found found) {
      CertificateFacts facts = found.entry().facts();
      DayView day = DayViews.of(facts, asked, typed, found.asOf(), reader.language());
      return found(facts, found.asOf(), day);
    }
    if (answer instanceof Answer.NotFound) {
      return nothing(Verdict.NOT_FOUND.name(), List.of("notFound.careful"), null, answer.asOf());
    }
    Action again =
        new Action(sentences.text("action.again"), answer.code().value() + reader.query());
    return nothing(Verdict.UNCONFIRMED.name(), List.of("advice.UNCONFIRMED"), again, answer.asOf());
  }

  /** Nothing was looked up, so there is no time that the answer would hold for. */
  VerdictView mistyped(CodeReading typed) {
    String first = typed instanceof CodeReading.Mistyped ? "mistyped.check" : "mistyped.format";
    return nothing("MISTYPED", List.of(first, "mistyped.letters"), null, Instant.EPOCH);
  }

  private VerdictView nothing(
      String name, List<String> advice, @Nullable Action action, Instant asOf) {
    return new VerdictView(
        name,
        sentences.text("verdict." + name),
        sentences.text("verdict." + name + ".line"),
        null,
        List.of(),
        advice.stream().map(sentences::text).toList(),
        action,
        "",
        List.of(),
        null,
        asOf.equals(Instant.EPOCH) ? "" : dates.time(asOf));
  }

  private VerdictView found(CertificateFacts facts, Instant asOf, DayView day) {
    Verdict verdict = facts.verdict();
    Language language = reader.language();
    String title = facts.title().in(language) + " · " + facts.level().in(language);
    boolean struck = verdict == Verdict.REVOKED || verdict == Verdict.CANCELLED;
    Successor successor = Successor.of(facts, answers);
    String when = verdict == Verdict.VALID ? dates.time(asOf) : dates.date(facts.since());
    return new VerdictView(
        verdict.name(),
        // beside the state on another day, whose picture may be passed on
        day.state() == null && !day.malformed()
            ? sentences.text("verdict." + verdict)
            : sentences.text("day.present", sentences.text("verdict." + verdict)),
        sentences.text("verdict." + verdict + ".line", when),
        new Holder(facts.holderName(), title, struck, new FactLines(language, dates).of(facts)),
        Checks.of(facts).stream().map(check -> line(check, facts, asOf)).toList(),
        advice(verdict, successor),
        successor == null ? another() : successor(successor),
        facts.credentialDigits(),
        ClaimLines.of(facts, language, dates),
        day,
        dates.time(asOf));
  }

  private List<String> advice(Verdict verdict, @Nullable Successor successor) {
    if (successor == null) {
      return List.of(sentences.text("advice." + verdict));
    }
    List<String> advice = new ArrayList<>();
    if (successor.steps() > 1) {
      advice.add(sentences.text("successor.steps", successor.steps()));
    }
    boolean valid = successor.verdict() == Verdict.VALID;
    advice.add(sentences.text(valid ? "advice.SUPERSEDED" : "successor." + successor.verdict()));
    return advice;
  }

  private CheckLine line(Check check, CertificateFacts facts, Instant asOf) {
    Language language = reader.language();
    String detail =
        switch (check.kind()) {
          case STATUS -> sentences.text("page.status.asOf", dates.time(asOf));
          case REGISTRY ->
              check.detail(language)
                  + sentences.text("check.separator")
                  + sentences.text("page.status.asOf", dates.time(asOf));
          case SIGNATURE -> check.detail(language) + expired(facts.key().notAfter(), asOf);
          case LEDGER -> check.detail(language);
        };
    Action link =
        check.kind() == Check.Kind.LEDGER
            ? new Action(sentences.text("check.ledger.link"), "/ledger" + reader.query())
            : null;
    return new CheckLine(
        check.outcome() == Check.Outcome.PASSED, check.sentence(language), detail, link);
  }

  /** A key's end is no fault of what it signed before. */
  private String expired(Instant notAfter, Instant asOf) {
    return notAfter.isBefore(asOf) ? sentences.text("check.signature.expired") : "";
  }

  private Action successor(Successor last) {
    String label = last.verdict() == Verdict.VALID ? "action.successor" : "action.successor.other";
    return new Action(sentences.text(label), last.code() + reader.query());
  }

  private Action another() {
    return new Action(sentences.text("action.another"), "/" + reader.query());
  }
}
