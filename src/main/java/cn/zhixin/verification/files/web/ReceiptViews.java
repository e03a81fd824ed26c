package cn.zhixin.verification.files.web;

import cn.zhixin.certificate.CodeReading;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.files.web.ReceiptView.Answered;
import cn.zhixin.verification.receipts.Asker;
import cn.zhixin.verification.receipts.CertificateSummary;
import cn.zhixin.verification.receipts.Receipt;
import cn.zhixin.verification.receipts.ReceiptAnswer;
import cn.zhixin.verification.web.Dates;
import cn.zhixin.verification.web.Reader;
import cn.zhixin.verification.web.TypedCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a receipt into the words of a page, for one reader. */
final class ReceiptViews {
  /** So many answers are read on a page; more belong to the list's page. */
  private static final int SHOWN = 20;

  private final Reader reader;
  private final Language language;
  private final Sentences sentences;
  private final Dates dates;

  ReceiptViews(Reader reader) {
    this.reader = reader;
    this.language = reader.language();
    this.sentences = Sentences.in(language);
    this.dates = new Dates(language);
  }

  FileView genuine(FileResult.Receipted result) {
    Receipt receipt = result.receipt();
    String again = receipt.ofOne() ? "file.RECEIPT.advice" : "file.RECEIPT.advice.list";
    return new FileView(
        "RECEIPT",
        true,
        sentences.text("file.RECEIPT"),
        sentences.text("file.RECEIPT.line", time(receipt.askedAt())),
        null,
        new FileLines(language).of(result),
        List.of(),
        "",
        List.of(sentences.text("file.RECEIPT.past"), sentences.text(again)),
        "",
        view(receipt));
  }

  FileView refused(FileResult.RefusedReceipt refused) {
    boolean untold = FileLines.isOfUnknownStamp(refused.reason());
    String key = key(refused);
    return new FileView(
        untold ? "UNCONFIRMED" : "ALTERED",
        untold,
        sentences.text(key),
        sentences.text(key + ".line"),
        null,
        new FileLines(language).of(refused),
        List.of(),
        "",
        List.of(
            sentences.text(untold ? "file.RECEIPT_UNTOLD.advice" : "file.RECEIPT_REFUSED.advice")),
        "",
        null);
  }

  /** Of the sentence that says what is wrong with a receipt. */
  static String key(FileResult.RefusedReceipt refused) {
    if (FileLines.isOfUnknownStamp(refused.reason())) {
      return "file.RECEIPT_UNTOLD";
    }
    return refused.unknownSigner() ? "file.RECEIPT_FOREIGN" : "file.RECEIPT_ALTERED";
  }

  private ReceiptView view(Receipt receipt) {
    List<ReceiptAnswer> answers = receipt.answers();
    int more = answers.size() - SHOWN;
    String codes =
        receipt.ofOne()
            ? ""
            : answers.stream()
                .map(ReceiptAnswer::code)
                .filter(code -> !code.isEmpty())
                .collect(Collectors.joining("\n"));
    return new ReceiptView(
        facts(receipt),
        answers.stream().limit(SHOWN).map(this::answered).toList(),
        codes,
        more > 0 ? sentences.text("file.receipt.more", more) : "");
  }

  private List<FileView.Fact> facts(Receipt receipt) {
    List<FileView.Fact> facts = new ArrayList<>();
    facts.add(fact("number", receipt.number()));
    Asker asker = receipt.asker();
    facts.add(
        fact(
            "asker",
            asker == null
                ? sentences.text("receipt.anonymous")
                : sentences.text("receipt.organisation", asker.name(), asker.creditCode())));
    if (receipt.purpose() != null) {
      facts.add(fact("purpose", receipt.purpose()));
    }
    facts.add(fact("askedAt", time(receipt.askedAt())));
    facts.add(fact("site", receipt.site()));
    if (!receipt.ofOne()) {
      String counts =
          receipt.counts().entrySet().stream()
              .map(count -> outcome(count.getKey()) + "\u00a0" + count.getValue())
              .collect(Collectors.joining(sentences.text("receipt.counts.separator")));
      facts.add(
          new FileView.Fact(
              sentences.text("receipt.rows"),
              sentences.text("receipt.counts", receipt.answers().size(), counts)));
    }
    return facts;
  }

  private Answered answered(ReceiptAnswer answer) {
    CertificateSummary certificate = answer.certificate();
    boolean read = TypedCode.read(answer.code()) instanceof CodeReading.Read;
    return new Answered(
        outcome(answer.outcome()),
        TypedCode.read(answer.code()) instanceof CodeReading.Read whole
            ? whole.code().grouped()
            : "",
        certificate == null
            ? ""
            : certificate.holderName() + " · " + certificate.title().in(language),
        answer.asOf() == null ? "" : time(answer.asOf()),
        read ? "/v/" + answer.code() + reader.query() : "");
  }

  private String outcome(String outcome) {
    return sentences.text("bulk.outcome." + outcome);
  }

  private FileView.Fact fact(String label, String value) {
    return new FileView.Fact(sentences.text("receipt.fact." + label), value);
  }

  private String time(Instant at) {
    return dates.time(at) + " " + sentences.text("page.timezone");
  }
}
