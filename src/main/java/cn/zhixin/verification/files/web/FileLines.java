package cn.zhixin.verification.files.web;

import cn.zhixin.signing.CmsGap;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.files.FileResult;
import cn.zhixin.verification.files.web.FileLine.Mark;
import cn.zhixin.verification.files.worker.StrictFinding;
import cn.zhixin.verification.offline.LedgerEntry;
import cn.zhixin.verification.offline.Reason;
import cn.zhixin.verification.web.Dates;
import java.util.ArrayList;
import java.util.List;

/** What was checked of a file itself, in sentences. */
final class FileLines {
  private static final String ENDED_SINCE = "OUTSIDE_VALIDITY";

  /** Who runs the site can trust one authority more; its visitors have sentences of their own. */
  private static final String UNKNOWN_STAMP = CmsGap.UNKNOWN_TIME_STAMP_AUTHORITY.code();

  private final Language language;
  private final Sentences sentences;
  private final Dates dates;

  FileLines(Language language) {
    this.language = language;
    this.sentences = Sentences.in(language);
    this.dates = new Dates(language);
  }

  List<FileLine> of(FileResult result) {
    List<FileLine> lines = new ArrayList<>();
    if (result instanceof FileResult.AsIssued issued) {
      lines.add(new FileLine("bytes", Mark.PASSED, sentences.text("file.check.bytes"), ""));
      add(lines, issued.strict(), "file.check.signature.untold.stamp.issued");
    } else if (result instanceof FileResult.Altered altered) {
      if (altered.strict() instanceof StrictFinding.Proven) {
        lines.add(line("bytes", Mark.FAILED, "file.check.bytes.other", ""));
      }
      add(lines, altered.strict(), "file.check.signature.untold.stamp");
    } else if (result instanceof FileResult.Receipted receipted) {
      lines.add(
          line(
              "signature",
              Mark.PASSED,
              "file.check.receipt",
              sentences.text("file.check.receipt.detail", receipted.key())));
      lines.add(
          receipted
              .signedAt()
              .map(at -> line("time", Mark.PASSED, "file.check.receipt.time", dates.time(at)))
              .orElseGet(
                  () ->
                      line(
                          "time",
                          Mark.NOT_CHECKED,
                          "file.check.receipt.untimed",
                          dates.time(receipted.receipt().madeAt()))));
    } else if (result instanceof FileResult.RefusedReceipt refused) {
      lines.add(
          isOfUnknownStamp(refused.reason())
              ? line("signature", Mark.NOT_CHECKED, "file.check.receipt.untold", "")
              : line(
                  "signature", Mark.FAILED, "file.check.receipt.failed", words(refused.reason())));
    }
    return lines;
  }

  /** Whether nothing is wrong but that this site does not know the authority of the time stamp. */
  static boolean isOfUnknownStamp(Reason reason) {
    return reason.code().equals(UNKNOWN_STAMP);
  }

  /**
   * @param unknownStamp key of what it means here that the time stamp's authority is not known
   */
  private void add(List<FileLine> lines, StrictFinding finding, String unknownStamp) {
    if (finding instanceof StrictFinding.Proven proven) {
      addProven(lines, proven);
    } else if (finding instanceof StrictFinding.Disproved disproved) {
      boolean ended = disproved.reason().code().equals(ENDED_SINCE);
      lines.add(
          ended
              ? line("signature", Mark.NOT_CHECKED, "file.check.signature.expired", "")
              : line("signature", Mark.FAILED, "file.check.failed", words(disproved.reason())));
    } else if (finding instanceof StrictFinding.Untold untold) {
      String why =
          isOfUnknownStamp(untold.reason()) ? sentences.text(unknownStamp) : words(untold.reason());
      lines.add(line("signature", Mark.NOT_CHECKED, "file.check.signature.untold", why));
    }
  }

  private void addProven(List<FileLine> lines, StrictFinding.Proven proven) {
    lines.add(
        line(
            "signature",
            Mark.PASSED,
            "file.check.signature",
            proven.level() == SignatureLevel.B_T
                ? sentences.text("file.check.signature.detail", dates.time(proven.signedAt()))
                : sentences.text("file.check.signature.untimed")));
    lines.add(
        line(
            "credential",
            Mark.PASSED,
            "file.check.credential",
            sentences.text(
                "file.check.credential.detail", proven.key(), dates.date(proven.keyEnds()))));
    if (proven.ledger() instanceof LedgerEntry.Signed signed) {
      lines.add(
          new FileLine(
              "ledger",
              Mark.PASSED,
              sentences.text("file.check.ledger", signed.place().index()),
              sentences.text("file.check.ledger.detail", dates.time(signed.place().at()))));
    } else if (proven.ledger() instanceof LedgerEntry.Unchecked unchecked) {
      lines.add(
          new FileLine(
              "ledger",
              Mark.NOT_CHECKED,
              sentences.text("file.check.ledger.unchecked", unchecked.place().index()),
              sentences.text("file.check.ledger.detail", dates.time(unchecked.place().at()))));
    }
  }

  private FileLine line(String id, Mark mark, String key, String detail) {
    return new FileLine(id, mark, sentences.text(key), detail);
  }

  private String words(Reason reason) {
    return reason.sentence().in(language);
  }
}
