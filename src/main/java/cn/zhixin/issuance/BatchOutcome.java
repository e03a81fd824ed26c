package cn.zhixin.issuance;

import java.util.List;

/**
 * What a batch came to.
 *
 * @param rows that are done, by sheet row
 * @param failures chunks whose rows still wait
 */
public record BatchOutcome(List<RowOutcome> rows, List<FailedChunk> failures) {
  public BatchOutcome {
    rows = List.copyOf(rows);
    failures = List.copyOf(failures);
  }
}
