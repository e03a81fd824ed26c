package cn.zhixin.issuance;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues in the background what no process is at: what a killed one left, and what one that shares
 * the database and is issuing has not come to yet. Only of one thread.
 */
final class OpenBatches {
  private static final Logger LOG = LoggerFactory.getLogger(OpenBatches.class);

  private final BatchRunner runner;
  private Set<String> told = Set.of();

  OpenBatches(BatchRunner runner) {
    this.runner = runner;
  }

  void step() throws InterruptedException {
    try {
      if (runner.openChunks() > 0) {
        tell(runner.workOnFree());
      }
    } catch (SQLException | IssuingFailed | RuntimeException e) {
      // tried again: a database or an authority for time stamps that is down comes back
      LOG.warn("open batches wait: {}", e.getMessage());
    }
  }

  /** A chunk that fails again and again for the same reason is told of once. */
  private void tell(BatchRunner.Worked worked) {
    if (worked.finished() > 0) {
      LOG.info(
          "issued {} chunks that no process was at: left by one that stopped, or not yet reached by"
              + " one that is issuing",
          worked.finished());
    }
    Set<String> failing = new HashSet<>();
    for (FailedChunk failed : worked.failed()) {
      String sentence = "batch " + failed.batchId() + " waits: " + failed.why();
      if (failing.add(sentence) && !told.contains(sentence)) {
        LOG.warn("{}; zhixin batch void {} gives it up", sentence, failed.batchId());
      }
    }
    told = failing;
  }
}
