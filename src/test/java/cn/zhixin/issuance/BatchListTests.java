package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhixin.issuance.cli.BatchCommand;
import cn.zhixin.issuance.cli.Office;
import cn.zhixin.verification.CertificateFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code batch list} of batches whose rows came to different ends. */
class BatchListTests extends OnBatches {
  /** A batch whose rows end so, in their order; rows without an end wait. */
  private void ended(int rows, RowOutcome.Kind... ends) throws Exception {
    ChunkClaims.ChunkWork work =
        chunk -> {
          int row = chunk.rows().get(0).sheetRow();
          if (row - 2 >= ends.length) {
            throw new IllegalStateException("the time stamp authority is away");
          }
          return List.of(new RowOutcome(row, ends[row - 2], CERTIFICATE));
        };
    new BatchRunner(claims, () -> work, 1).run(batch(rows, 1).id(), (each, done) -> {});
  }

  private String listed(String... arguments) {
    StringWriter printed = new StringWriter();
    Office office =
        new Office() {
          @Override
          public <T> T get(Class<T> type) {
            return type.cast(ordered);
          }
        };
    assertThat(BatchCommand.with(office).setOut(new PrintWriter(printed, true)).execute(arguments))
        .isZero();
    return printed.toString();
  }

  /** It issued nothing, and is not to be taken for the batch that did. */
  @Test
  void aRosterBroughtAgainIsABatchThatIssuedNothing() throws Exception {
    ended(2, RowOutcome.Kind.ISSUED, RowOutcome.Kind.ISSUED);
    ended(2, RowOutcome.Kind.ALREADY_ISSUED, RowOutcome.Kind.ALREADY_ISSUED);
    assertThat(listed("list", "--all").lines())
        .satisfiesExactly(
            again ->
                assertThat(again)
                    .startsWith("批次 2 ")
                    .endsWith("共 2 行：签发 0 行，此前已有证书 2 行（未重复签发），待签发 0 行"),
            first -> assertThat(first).startsWith("批次 1 ").endsWith("共 2 行：签发 2 行，待签发 0 行"));
    assertThat(listed("list", "--all", "--lang", "en").lines())
        .satisfiesExactly(
            again ->
                assertThat(again)
                    .endsWith(
                        "2 rows: 0 issued, 2 had their certificate before (not issued again), 0"
                            + " waiting"),
            first -> assertThat(first).endsWith("2 rows: 2 issued, 0 waiting"));
    assertThat(listed("list")).isEqualTo(listed("list", "--all"));
  }

  @Test
  void theLatestFinishedBatchesAndAllUnfinishedOnesAreListedAndTheRestIsCounted() throws Exception {
    assertThat(listed("list")).isEqualToIgnoringNewLines("没有批次");
    ended(1);
    for (int finished = 0; finished < 13; finished++) {
      ended(1, RowOutcome.Kind.ISSUED);
    }
    List<String> lines = listed("list").lines().toList();
    assertThat(lines.get(0)).startsWith("批次 14 ");
    assertThat(lines.get(9)).startsWith("批次 5 ");
    assertThat(lines.get(10)).startsWith("批次 1 ").endsWith("待签发 1 行");
    assertThat(lines.get(12)).isEqualTo("另有 3 个更早完成或作废的批次，用 zhixin batch list --all 查看");
    assertThat(listed("list", "--lang", "en"))
        .contains("3 earlier batches finished or void; zhixin batch list --all shows every one");
    assertThat(listed("list", "--all").lines().filter(line -> line.startsWith("批次 "))).hasSize(14);
  }

  @Test
  void everyRowIsToldOnce() throws Exception {
    ended(5, RowOutcome.Kind.ISSUED, RowOutcome.Kind.ALREADY_ISSUED, RowOutcome.Kind.CONFLICTING);
    assertThat(listed("list")).contains("共 5 行：签发 1 行，此前已有证书 1 行（未重复签发），与登记矛盾 1 行，待签发 2 行", "away");
    ordered.giveUp(1, "clerk", "名单作废", CertificateFixture.ISSUED_AT);
    assertThat(listed("list", "--all")).contains("与登记矛盾 1 行，已作废 2 行，待签发 0 行", "作废：名单作废");
    assertThat(listed("list", "--all", "--lang", "en"))
        .contains(
            "1 issued, 1 had its certificate before (not issued again), 1 contradicts the register,"
                + " 2 given up, 0 waiting");
    assertThat(ordered.find(1).orElseThrow().done()).isEqualTo(3);
  }
}
