package cn.zhixin.verification.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.answers.Check;
import cn.zhixin.verification.answers.Checks;
import cn.zhixin.verification.web.VerdictView.Action;
import cn.zhixin.verification.web.VerdictView.CheckLine;
import cn.zhixin.verification.web.VerdictView.Holder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an answer into the words of a page, for one reader. */
public final class VerdictViews {
  private final Reader reader;
  private final Sentences sentences;
  private final Dates dates;

  public VerdictViews(Reader reader) {
    this.reader = reader;
    this.sentences = Sentences.in(reader.language());
    this.dates = new Dates(reader.language());
  }

  public VerdictView of(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found(found.entry().facts(), found.asOf());
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
        asOf.equals(Instant.EPOCH) ? "" : dates.time(asOf));
  }

  private VerdictView found(CertificateFacts facts, Instant asOf) {
    Verdict verdict = facts.verdict();
    Language language = reader.language();
    String title = facts.title().in(language) + " · " + facts.level().in(language);
    boolean struck = verdict == Verdict.REVOKED || verdict == Verdict.CANCELLED;
    String when = verdict == Verdict.VALID ? dates.time(asOf) : dates.date(facts.since());
    return new VerdictView(
        verdict.name(),
        sentences.text("verdict." + verdict),
        sentences.text("verdict." + verdict + ".line", when),
        new Holder(facts.holderName(), title, struck, new FactLines(language, dates).of(facts)),
        Checks.of(facts).stream().map(check -> line(check, asOf)).toList(),
        List.of(sentences.text("advice." + verdict)),
        facts.successor() == null ? another() : successor(facts.successor()),
        facts.credentialDigits(),
        dates.time(asOf));
  }

  private CheckLine line(Check check, Instant asOf) {
    Language language = reader.language();
    String detail =
        check.kind() == Check.Kind.STATUS
            ? sentences.text("page.status.asOf", dates.time(asOf))
            : check.detail(language);
    Action link =
        check.kind() == Check.Kind.LEDGER
            ? new Action(sentences.text("check.ledger.link"), "/ledger" + reader.query())
            : null;
    return new CheckLine(
        check.outcome() == Check.Outcome.PASSED, check.sentence(language), detail, link);
  }

  private Action successor(String code) {
    return new Action(sentences.text("action.successor"), code + reader.query());
  }

  private Action another() {
    return new Action(sentences.text("action.another"), "/" + reader.query());
  }
}
