package cn.zhixin.verification.receipts;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.QrText;
import cn.zhixin.document.Report;
import cn.zhixin.document.reading.ReceiptPdfReader;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.web.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a receipt in words, for its pages. */
final class ReceiptReport {
  private final Receipt receipt;
  private final boolean stamped;
  private final Language language;
  private final Sentences sentences;
  private final Dates dates;
  private final List<Report.Fact> facts = new ArrayList<>();

  /**
   * @param stamped whether its PDF is signed with a time stamp, which needs a root of its own
   */
  ReceiptReport(Receipt receipt, Language language, boolean stamped) {
    this.receipt = receipt;
    this.stamped = stamped;
    this.language = language;
    this.sentences = Sentences.in(language);
    this.dates = new Dates(language);
  }

  /**
   * @param signed the receipt as signed JSON, which is attached
   */
  Report of(Bytes signed) {
    ReceiptAnswer first = receipt.answers().get(0);
    List<Report.Section> sections = new ArrayList<>();
    sections.add(section("question", this::addQuestion));
    if (receipt.ofOne()) {
      sections.add(section("answer", () -> addAnswer(first)));
    }
    return new Report(
        language.tag(),
        sentences.text("receipt.title") + " " + receipt.number(),
        sentences.text("receipt.title"),
        headline(first),
        standing(first),
        sections,
        receipt.ofOne() ? null : table(),
        new Report.Notes(sentences.text("receipt.heading.notes"), notes(signed)),
        symbol(first),
        sentences.text("receipt.signature"),
        sentences.text("receipt.foot", receipt.number()),
        new Report.Attachment(
            ReceiptPdfReader.ATTACHMENT,
            "application/jose+json",
            "The same receipt for programs, signed (RFC 7515)",
            signed),
        receipt.madeAt());
  }

  private Report.Section section(String heading, Runnable content) {
    facts.clear();
    content.run();
    return new Report.Section(sentences.text("receipt.heading." + heading), facts);
  }

  /** As of when the headline holds. */
  private String standing(ReceiptAnswer first) {
    return receipt.ofOne()
        ? sentences.text("receipt.standing", time(first.asOf()))
        : sentences.text("receipt.standing.list");
  }

  private Report.Table table() {
    return new Report.Table(
        sentences.text("receipt.heading.list"),
        columns(),
        receipt.answers().stream().map(this::row).toList());
  }

  private void addQuestion() {
    fact("number", receipt.number());
    Asker asker = receipt.asker();
    String purpose = receipt.purpose();
    fact(
        "asker",
        asker == null
            ? sentences.text("receipt.anonymous")
            : sentences.text("receipt.organisation", asker.name(), asker.creditCode()));
    fact("purpose", purpose == null ? sentences.text("receipt.no-purpose") : purpose);
    fact("askedAt", time(receipt.askedAt()));
    fact("site", receipt.site());
    fact(
        "asked",
        receipt.ofOne()
            ? sentences.text("receipt.asked", grouped(receipt.answers().get(0).code()))
            : sentences.text("receipt.asked.list", receipt.answers().size()));
    fact("madeAt", time(receipt.madeAt()));
  }

  private void addAnswer(ReceiptAnswer answer) {
    fact("verdict", outcome(answer.outcome()));
    fact("asOf", time(answer.asOf()));
    CertificateSummary certificate = answer.certificate();
    if (certificate != null) {
      fact("holder", certificate.holderName());
      fact("certificateTitle", certificate.title().in(language));
      fact("level", certificate.level().in(language));
      fact("series", certificate.series().in(language));
      fact("specialty", certificate.specialty());
      fact("acquiredOn", certificate.acquiredOn());
      fact("issuer", certificate.issuer().in(language));
      fact("issuedOn", certificate.issuedOn());
      fact("certificateNumber", certificate.number());
      fact("since", time(Instant.parse(certificate.since())));
    }
    if (certificate != null && certificate.successor() != null) {
      fact("successor", grouped(certificate.successor()));
    }
  }

  private String headline(ReceiptAnswer first) {
    if (receipt.ofOne()) {
      return sentences.text("receipt.headline", sentences.text("verdict." + first.outcome()));
    }
    String counts =
        receipt.counts().entrySet().stream()
            .map(count -> outcome(count.getKey()) + "\u00a0" + count.getValue())
            .collect(Collectors.joining(sentences.text("receipt.counts.separator")));
    return sentences.text("receipt.counts", receipt.answers().size(), counts);
  }

  private List<Report.Column> columns() {
    return List.of(
        column("row", 6),
        column(receipt.answers().get(0).file() == null ? "code" : "fileAndCode", 22),
        column("verdict", 15),
        column("holder", 20),
        column("title", 15),
        column("asOf", 22));
  }

  private Report.Column column(String name, int share) {
    return new Report.Column(sentences.text("bulk.column." + name), share);
  }

  private List<String> row(ReceiptAnswer answer) {
    CertificateSummary certificate = answer.certificate();
    return List.of(
        String.valueOf(answer.row()),
        asked(answer),
        outcome(answer.outcome()) + compared(answer),
        certificate == null ? "" : certificate.holderName(),
        certificate == null ? "" : certificate.title().in(language),
        answer.asOf() == null ? "" : dates.time(answer.asOf()));
  }

  /** The code, and of a file its name first. */
  private static String asked(ReceiptAnswer answer) {
    String code = grouped(answer.code());
    return answer.file() == null ? code : (answer.file().name() + " " + code).strip();
  }

  private String compared(ReceiptAnswer answer) {
    boolean differs = "DIFFERS".equals(answer.name()) || "DIFFERS".equals(answer.identity());
    return differs ? sentences.text("receipt.differs") : "";
  }

  private List<String> notes(Bytes signed) {
    List<String> notes = new ArrayList<>();
    notes.add(sentences.text("receipt.note.asOf"));
    if (receipt.asker() == null) {
      notes.add(sentences.text("receipt.note.anonymous"));
    }
    if (receipt.answers().stream().anyMatch(answer -> answer.file() != null)) {
      notes.add(sentences.text("receipt.note.files"));
    }
    String trust = sentences.text(stamped ? "receipt.note.trust.stamped" : "receipt.note.trust");
    notes.add(sentences.text("receipt.note.verify", receipt.site() + "/file", trust));
    notes.add(sentences.text("receipt.note.attachment", Digest.of(signed).toHex()));
    return notes;
  }

  /** To the certificate's page; of a list to the site. */
  private Report.Symbol symbol(ReceiptAnswer first) {
    boolean page = receipt.ofOne();
    return new Report.Symbol(
        new QrText(receipt.site() + (page ? "/v/" : "/"), page ? first.code() : "", ""),
        sentences.text(page ? "receipt.qr" : "receipt.qr.site"),
        sentences.text(
            "receipt.qr.alternative", receipt.site() + (page ? "/v/" + first.code() : "/")));
  }

  private void fact(String label, String value) {
    facts.add(new Report.Fact(sentences.text("receipt.fact." + label), value));
  }

  private String outcome(String outcome) {
    return sentences.text("bulk.outcome." + outcome);
  }

  private String time(@Nullable Instant at) {
    return at == null ? "" : dates.time(at) + " " + sentences.text("page.timezone");
  }

  private static String grouped(String code) {
    return code.isEmpty() ? "" : new VerificationCode(code).grouped();
  }
}
