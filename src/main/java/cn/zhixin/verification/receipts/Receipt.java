package cn.zhixin.verification.receipts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who asked what, when and why, and what the answers were: the content of a receipt.
 *
 * @param number of the receipt, such as {@code HB20261125-7K3M9QPX2RTV}
 * @param site address of the service that answered
 * @param asker null if nobody signed in
 * @param purpose null if none was stated
 * @param askedAt when it was asked
 * @param madeAt when the receipt was made
 * @param answers one for each row; for a single certificate one
 */
public record Receipt(
    String number,
    String site,
    @Nullable Asker asker,
    @Nullable String purpose,
    Instant askedAt,
    Instant madeAt,
    List<ReceiptAnswer> answers) {
  public Receipt {
    answers = List.copyOf(answers);
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("a receipt is of at least one answer");
    }
  }

  /** How many of each outcome. */
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    answers.forEach(answer -> counts.merge(answer.outcome(), 1, Integer::sum));
    return counts;
  }

  /** Whether it is of one certificate, not of a list. */
  public boolean ofOne() {
    return answers.size() == 1 && answers.get(0).row() == 0;
  }
}
