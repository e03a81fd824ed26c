package cn.zhixin.issuance;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes in the background what a killed process left unfinished: at the start of the service,
 * and whenever another process that shares the database is gone. Only of one thread.
 */
final class InterruptedBatches {
  private static final Logger LOG = LoggerFactory.getLogger(InterruptedBatches.class);

  private final BatchRunner runner;
  private Set<String> told = Set.of();

  InterruptedBatches(BatchRunner runner) {
    this.runner = runner;
  }

  void step() throws InterruptedException {
    try {
      if (runner.openChunks() > 0) {
        tell(runner.finishAbandoned());
      }
    } catch (SQLException | IssuingFailed | RuntimeException e) {
      // tried again: a database or an authority for time stamps that is down comes back
      LOG.warn("interrupted batches wait: {}", e.getMessage());
    }
  }

  /** A chunk that fails again and again for the same reason is told of once. */
  private void tell(BatchRunner.Abandoned abandoned) {
    if (abandoned.finished() > 0) {
      LOG.info("finished {} chunks of an interrupted batch", abandoned.finished());
    }
    Set<String> failing = new HashSet<>();
    for (FailedChunk failed : abandoned.failed()) {
      String sentence = "batch " + failed.batchId() + " waits: " + failed.why();
      if (failing.add(sentence) && !told.contains(sentence)) {
        LOG.warn("{}; zhixin batch void {} gives it up", sentence, failed.batchId());
      }
    }
    told = failing;
  }
}
