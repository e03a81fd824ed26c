package cn.zhixin.issuance;

import cn.zhixin.issuance.ChunkClaims.ChunkWork;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issues open chunks until none is left, with several workers. Other processes may work on the same
 * batches at the same time: a chunk is done by whoever holds it, and waited for by all.
 */
public final class BatchRunner {
  private static final long POLL_MILLIS = 100;

  private final ChunkClaims claims;
  private final Supplier<? extends ChunkWork> pipelines;
  private final int workers;

  /**
   * @param pipelines gives each worker a pipeline of its own
   */
  BatchRunner(ChunkClaims claims, Supplier<? extends ChunkWork> pipelines, int workers) {
    this.claims = claims;
    this.pipelines = pipelines;
    this.workers = workers;
  }

  /** Chunks of any batch that still wait to be issued. */
  public int openChunks() throws SQLException {
    return claims.open(null);
  }

  /**
   * Returns when every chunk is done.
   *
   * @param batchId of this batch only; null for all
   * @param progress told after each chunk
   */
  public void run(@Nullable Long batchId, Progress progress)
      throws InterruptedException, IssuingFailed {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(
            pool.submit(
                () -> {
                  work(batchId, progress);
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IssuingFailed(
          "the batch stopped; what was issued stays issued, and the next start goes on",
          e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  /**
   * Works off chunks that nobody holds, one after another: what killed processes left.
   *
   * @return how many there were
   */
  int finishAbandoned() throws SQLException, IOException, IssuingFailed {
    ChunkWork pipeline = pipelines.get();
    int chunks = 0;
    while (!Thread.currentThread().isInterrupted() && claims.workOnOne(null, pipeline)) {
      chunks++;
    }
    return chunks;
  }

  private void work(@Nullable Long batchId, Progress progress)
      throws SQLException, IOException, IssuingFailed, InterruptedException {
    ChunkWork pipeline = pipelines.get();
    ChunkWork reporting =
        chunk -> {
          List<RowOutcome> outcomes = pipeline.issue(chunk);
          progress.done(chunk.batch(), outcomes);
          return outcomes;
        };
    while (!Thread.currentThread().isInterrupted()) {
      if (!claims.workOnOne(batchId, reporting)) {
        if (claims.open(batchId) == 0) {
          return;
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /** Told of rows that are issued. */
  @FunctionalInterface
  public interface Progress {
    void done(Batch batch, List<RowOutcome> outcomes);
  }
}
