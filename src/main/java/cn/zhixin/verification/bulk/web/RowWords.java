package cn.zhixin.verification.bulk.web;

import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.Comparison;
import cn.zhixin.verification.bulk.RowFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what was found for a row. */
final class RowWords {
  private final Sentences sentences;

  RowWords(Language language) {
    this.sentences = Sentences.in(language);
  }

  String outcome(String outcome) {
    return sentences.text("bulk.outcome." + outcome);
  }

  /** Why a row has no verdict, or what else is to be said of it; may be empty. */
  String remark(BulkRow row) {
    List<String> remarks = new ArrayList<>();
    if (row.file() != null && row.file().finding() != null) {
      remarks.add(finding(row));
    }
    if (row.fault() != null) {
      remarks.add(sentences.text("bulk.fault." + row.fault()));
    }
    if (row.duplicateOf() != null) {
      String key = row.file() == null ? "bulk.duplicate" : "bulk.duplicate.file";
      remarks.add(sentences.text(key, String.valueOf(row.duplicateOf())));
    }
    String uncompared = uncompared(row);
    if (!uncompared.isEmpty()) {
      remarks.add(uncompared);
    }
    if (row.summary() != null && row.summary().successor() != null) {
      VerificationCode successor = new VerificationCode(row.summary().successor());
      remarks.add(sentences.text("bulk.successor", successor.grouped()));
    }
    return String.join(sentences.text("bulk.remark.separator"), remarks);
  }

  /**
   * Why the end of a number was not compared although there is a certificate; else empty. Of a code
   * that stands in a list twice the first row alone is compared, else a list were as many guesses.
   */
  String uncompared(BulkRow row) {
    if (row.identity() != Comparison.NOT_COMPARED || row.summary() == null) {
      return "";
    }
    return row.duplicateOf() == null
        ? sentences.text("bulk.uncompared")
        : sentences.text("bulk.uncompared.duplicate", String.valueOf(row.duplicateOf()));
  }

  /** What a file turned out to be; empty for other rows. */
  String finding(BulkRow row) {
    RowFile file = row.file();
    if (file == null || file.finding() == null) {
      return "";
    }
    String key = "bulk.finding." + file.finding();
    return switch (file.finding()) {
      case ALTERED ->
          file.detail().isEmpty()
              ? sentences.text(key)
              : sentences.text(key + ".differs", fields(file.detail()));
      case COPY -> sentences.text(key, outcome(file.detail()));
      case ELSEWHERE, RECEIPT -> sentences.text(key, file.detail());
      case UNREADABLE -> sentences.text("bulk.unreadable." + file.detail());
      default -> sentences.text(key);
    };
  }

  private String fields(String names) {
    return Arrays.stream(names.split(","))
        .map(name -> sentences.text("file.field." + name))
        .collect(Collectors.joining(sentences.text("file.separator")));
  }

  String comparison(@Nullable Comparison comparison) {
    return comparison == null ? "" : sentences.text("bulk.comparison." + comparison);
  }

  String column(String name) {
    return sentences.text("bulk.column." + name);
  }
}
