package cn.zhixin.verification.bulk.web;

import cn.zhixin.verification.Language;
import cn.zhixin.verification.Sentences;
import cn.zhixin.verification.bulk.BulkRow;
import cn.zhixin.verification.bulk.Comparison;
import java.util.ArrayList;
import java.util.List;
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
    if (row.fault() != null) {
      remarks.add(sentences.text("bulk.fault." + row.fault()));
    }
    if (row.duplicateOf() != null) {
      remarks.add(sentences.text("bulk.duplicate", String.valueOf(row.duplicateOf())));
    }
    if (row.summary() != null && row.summary().successor() != null) {
      remarks.add(sentences.text("bulk.successor", row.summary().successor()));
    }
    return String.join(sentences.text("bulk.remark.separator"), remarks);
  }

  String comparison(@Nullable Comparison comparison) {
    return comparison == null ? "" : sentences.text("bulk.comparison." + comparison);
  }

  String column(String name) {
    return sentences.text("bulk.column." + name);
  }

  String differs() {
    return comparison(Comparison.DIFFERS);
  }
}
