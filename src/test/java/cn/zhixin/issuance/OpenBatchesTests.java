package cn.zhixin.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class OpenBatchesTests extends OnBatches {
  private static List<RowOutcome> issued(ChunkClaims.Chunk chunk) {
    return chunk.rows().stream()
        .map(row -> new RowOutcome(row.sheetRow(), RowOutcome.Kind.ISSUED, CERTIFICATE))
        .toList();
  }

  /** Another process issues the batch meanwhile: nothing was interrupted. */
  @Test
  void helpsWithABatchAndDoesNotCallItInterrupted(CapturedOutput log) throws Exception {
    Batch batch = batch(3, 1);
    BatchRunner service = new BatchRunner(claims, () -> OpenBatchesTests::issued, 1);
    claims.workOnOne(
        batch.id(),
        new ChunksAside(),
        chunk -> {
          help(service);
          return issued(chunk);
        });
    assertThat(batches.doneRows(batch.id())).hasSize(3);
    assertThat(log)
        .contains("issued 2 chunks that no process was at", "one that is issuing")
        .doesNotContain("interrupted");
  }

  private static void help(BatchRunner service) {
    try {
      new OpenBatches(service).step();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
