package cn.zhixin.issuance;

import java.util.ArrayList;
import java.util.List;

/** The chunks that failed in one run and are not tried again in it. Safe for all threads. */
final class ChunksAside {
  /** As many failures without a success between them are no fault of single chunks. */
  private static final int MOST_IN_A_ROW = 10;

  private final List<FailedChunk> failed = new ArrayList<>();
  private int inARow;

  /** The last failure of a chunk counts: who asked just before may have tried it once more. */
  synchronized void add(FailedChunk chunk) throws IssuingFailed {
    failed.removeIf(each -> each.batchId() == chunk.batchId() && each.chunk() == chunk.chunk());
    failed.add(chunk);
    inARow++;
    if (inARow == MOST_IN_A_ROW) {
      throw new IssuingFailed(
          "one chunk after another failed, the last one of batch " + chunk.batchId(),
          chunk.cause());
    }
  }

  synchronized void succeeded() {
    inARow = 0;
  }

  synchronized List<FailedChunk> all() {
    return List.copyOf(failed);
  }

  synchronized Long[] batchIds() {
    return failed.stream().map(FailedChunk::batchId).toArray(Long[]::new);
  }

  synchronized Integer[] numbers() {
    return failed.stream().map(FailedChunk::chunk).toArray(Integer[]::new);
  }
}
