package cn.zhixin.verification.files.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.Verdict;
import cn.zhixin.verification.Wording;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.ComparedField;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.files.web.FileView.Differing;
import cn.zhixin.verification.files.web.FileView.Fact;
import cn.zhixin.verification.files.web.FileView.Registered;
import cn.zhixin.verification.files.worker.FileFault;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what a file is into the words of a page, for one reader. */
final class FileViews {
  private final Reader reader;
  private final Language language;
  private final Sentences sentences;
  private final Dates dates;

  FileViews(Reader reader) {
    this.reader = reader;
    this.language = reader.language();
    this.sentences = Sentences.in(language);
    this.dates = new Dates(language);
  }

  FileView of(FileResult result) {
    List<FileLine> checks = new FileLines(language).of(result);
    if (result instanceof FileResult.AsIssued issued) {
      return asIssued(issued.answer(), checks);
    }
    if (result instanceof FileResult.Altered altered) {
      return altered(altered, checks);
    }
    if (result instanceof FileResult.Copied copied) {
      return copied(copied);
    }
    if (result instanceof FileResult.Receipted receipted) {
      return new ReceiptViews(reader).genuine(receipted);
    }
    if (result instanceof FileResult.RefusedReceipt refused) {
      return new ReceiptViews(reader).refused(refused);
    }
    return nothing(result);
  }

  private FileView asIssued(Answer.Found answer, List<FileLine> checks) {
    CertificateFacts facts = FileResult.facts(answer);
    Verdict verdict = facts.verdict();
    String when = verdict == Verdict.VALID ? dates.time(answer.asOf()) : dates.date(facts.since());
    return new FileView(
        verdict.name(),
        false,
        sentences.text("verdict." + verdict),
        sentences.text("verdict." + verdict + ".line", when),
        registered(answer),
        checks,
        List.of(),
        "",
        List.of(sentences.text("file.AS_ISSUED.line"), sentences.text("advice." + verdict)),
        dates.time(answer.asOf()),
        null);
  }

  private FileView altered(FileResult.Altered altered, List<FileLine> checks) {
    boolean agrees = agrees(altered);
    Verdict now = FileResult.facts(altered.registry()).verdict();
    String advice = advice(now, "file.ALTERED.advice");
    String line = sentences.text(line(altered));
    return new FileView(
        Verdict.ALTERED.name(),
        false,
        sentences.text(altered.picture() ? "file.ALTERED.picture" : "file.ALTERED"),
        now == Verdict.VALID
            ? line
            : sentences.text("file.ALTERED.line.now", sentences.text("verdict." + now), line),
        registered(altered.registry()),
        checks,
        differing(altered.compared()),
        same(altered.compared()),
        agrees ? List.of(sentences.text("file.ALTERED.agrees"), advice) : List.of(advice),
        dates.time(altered.registry().asOf()),
        null);
  }

  /** The issued file of a certificate that does not hold would help nobody. */
  private String advice(Verdict now, String whileValid) {
    return sentences.text(now == Verdict.VALID ? whileValid : "advice." + now);
  }

  private static boolean agrees(FileResult.Altered altered) {
    return altered.compared().stream().allMatch(ComparedField::same);
  }

  /** Key of what is to be done about it: differences are spoken of where there are any. */
  static String line(FileResult.Altered altered) {
    return agrees(altered) ? "file.ALTERED.line.agrees" : "file.ALTERED.line";
  }

  private FileView copied(FileResult.Copied copied) {
    Verdict verdict = FileResult.facts(copied.registry()).verdict();
    String kind = copied.picture() ? "picture" : "document";
    return new FileView(
        "COPY",
        true,
        sentences.text(copied.picture() ? "file.COPY.picture" : "file.COPY"),
        sentences.text("file.COPY.line", sentences.text("verdict." + verdict)),
        registered(copied.registry()),
        List.of(),
        List.of(),
        same(copied.compared()),
        List.of(sentences.text("file.COPY.evidence." + kind), advice(verdict, "file.COPY.advice")),
        dates.time(copied.registry().asOf()),
        null);
  }

  private FileView nothing(FileResult result) {
    if (result instanceof FileResult.Elsewhere elsewhere) {
      return nothing("ELSEWHERE", "file.ELSEWHERE", elsewhere.host());
    }
    if (result instanceof FileResult.NothingFound) {
      return nothing("NOT_FOUND", "file.NOTHING_FOUND", null);
    }
    if (result instanceof FileResult.NotRegistered) {
      return of("NOT_FOUND", "verdict.NOT_FOUND", "verdict.NOT_FOUND.line", "notFound.careful");
    }
    if (result instanceof FileResult.Unconfirmed) {
      return of(
          "UNCONFIRMED", "verdict.UNCONFIRMED", "verdict.UNCONFIRMED.line", "advice.UNCONFIRMED");
    }
    if (result instanceof FileResult.Unreadable unreadable && suspicious(unreadable.fault())) {
      String key = "problem." + FileProblem.of(result).kind().id();
      return of("SUSPICIOUS", key, key + ".detail", "file.PROBLEM.advice");
    }
    return problem(FileProblem.of(result));
  }

  /** No file as issued is like this: it was altered, or made to be hard to read. */
  private static boolean suspicious(FileFault fault) {
    return switch (fault) {
      case DAMAGED, ENCRYPTED, TOO_SLOW, TOO_COMPLEX -> true;
      case TOO_LARGE, UNKNOWN_FORMAT, TOO_MANY_PAGES, TOO_MANY_PIXELS, BUSY -> false;
    };
  }

  /** Of a file that could not be looked into. */
  FileView problem(FileProblem problem) {
    String key = "problem." + problem.kind().id();
    return of("PROBLEM", key, key + ".detail", "file.PROBLEM.advice");
  }

  private FileView nothing(String name, String key, @Nullable String host) {
    String line =
        host == null ? sentences.text(key + ".line") : sentences.text(key + ".line", host);
    return new FileView(
        name,
        host == null,
        sentences.text(key),
        line,
        null,
        List.of(),
        List.of(),
        "",
        List.of(sentences.text(key + ".advice")),
        "",
        null);
  }

  private FileView of(String name, String headline, String line, String advice) {
    return new FileView(
        name,
        !name.equals("SUSPICIOUS"),
        sentences.text(headline),
        sentences.text(line),
        null,
        List.of(),
        List.of(),
        "",
        List.of(sentences.text(advice)),
        "",
        null);
  }

  private Registered registered(Answer.Found answer) {
    CertificateFacts facts = FileResult.facts(answer);
    Verdict verdict = facts.verdict();
    return new Registered(
        verdict.name(),
        sentences.text("verdict." + verdict),
        facts.holderName(),
        facts.title().in(language) + " · " + facts.level().in(language),
        verdict == Verdict.REVOKED || verdict == Verdict.CANCELLED,
        List.of(
            fact("specialty", facts.specialty()),
            fact("issuer", facts.issuer().in(language)),
            fact("issuedOn", dates.date(facts.issuedOn())),
            fact("number", facts.printedNumber()),
            fact("code", new VerificationCode(facts.code()).grouped())),
        "/v/" + facts.code() + reader.query());
  }

  private Fact fact(String name, String value) {
    return new Fact(sentences.text("file.field." + name), value);
  }

  private List<Differing> differing(List<ComparedField> compared) {
    return compared.stream()
        .filter(field -> !field.same())
        .map(
            field ->
                new Differing(
                    sentences.text("file.field." + field.name()),
                    written(field, field.registry()),
                    file(field),
                    sentences.text("file.source." + field.source())))
        .toList();
  }

  private String file(ComparedField field) {
    if (field.file() != null) {
      return written(field, field.file());
    }
    return sentences.text(
        field.source() == ComparedField.Source.PAGE
            ? "file.compared.not-shown"
            : "file.compared.not-signed");
  }

  /** Programs get a day as the calendar's digits, people as this language writes it. */
  private String written(ComparedField field, Wording value) {
    String text = value.in(language);
    boolean day = field.name().equals("acquiredOn") || field.name().equals("issuedOn");
    return day && !text.isEmpty() ? dates.date(LocalDate.parse(text)) : text;
  }

  /** A field that differs anywhere is not the same. */
  private String same(List<ComparedField> compared) {
    List<String> differing =
        compared.stream().filter(field -> !field.same()).map(ComparedField::name).toList();
    String names =
        compared.stream()
            .map(ComparedField::name)
            .distinct()
            .filter(name -> !differing.contains(name))
            .map(name -> sentences.text("file.field." + name))
            .collect(Collectors.joining(sentences.text("file.separator")));
    boolean onlySymbol =
        compared.stream().allMatch(field -> field.source() == ComparedField.Source.CREDENTIAL);
    String key = onlySymbol ? "file.compared.same.symbol" : "file.compared.same";
    return names.isEmpty() ? "" : sentences.text(key, names);
  }
}
