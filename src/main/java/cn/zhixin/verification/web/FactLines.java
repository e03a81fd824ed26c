package cn.zhixin.verification.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.web.VerdictView.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * Which fields a page shows under name and title: all of a title that stands, few of one that fell.
 */
final class FactLines {
  private final Language language;
  private final Sentences sentences;
  private final Dates dates;

  FactLines(Language language, Dates dates) {
    this.language = language;
    this.sentences = Sentences.in(language);
    this.dates = dates;
  }

  List<Fact> of(CertificateFacts facts) {
    List<Fact> lines = new ArrayList<>();
    Verdict verdict = facts.verdict();
    if (verdict == Verdict.VALID || verdict == Verdict.SUSPENDED) {
      String series = facts.series().in(language) + " / ";
      lines.add(
          new Fact(sentences.text("fact.specialty"), List.of(series, facts.specialty()), false));
      add(
          lines,
          "fact.acquiredOn",
          dates.date(facts.acquiredOn())
              + sentences.text("fact.method.separator")
              + inSentence(facts.method().in(language)));
      add(lines, "fact.committee", facts.committee());
    }
    if (verdict != Verdict.VALID) {
      add(lines, "fact.since." + verdict, dates.time(facts.since()));
    }
    add(lines, "fact.issuer", facts.issuer().in(language));
    add(lines, "fact.issuedOn", dates.date(facts.issuedOn()));
    lines.add(new Fact(sentences.text("fact.number"), groups(facts.printedNumber()), true));
    if (facts.successor() != null) {
      lines.add(
          new Fact(
              sentences.text("fact.successor"),
              groups(new VerificationCode(facts.successor()).grouped()),
              true));
    }
    return lines;
  }

  /** The page sets groups apart without a character, so that they are copied as one word. */
  private static List<String> groups(String printed) {
    return List.of(printed.split("[ -]"));
  }

  private String inSentence(String method) {
    return language == Language.ENGLISH ? method.toLowerCase(language.locale()) : method;
  }

  private void add(List<Fact> lines, String key, String value) {
    lines.add(Fact.of(sentences.text(key), value));
  }
}
