package cn.zhixin.issuance;

import cn.zhixin.issuance.ChunkClaims.ChunkWork;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Issues open chunks until none is left, with several workers. Other processes may work on the same
 * batches at the same time: a chunk is done by whoever holds it, and waited for by all.
 */
public final class BatchRunner {
  private static final long POLL_MILLIS = 100;
  private static final long END_SECONDS = 20;

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
    return claims.open(null, new ChunksAside());
  }

  /** Rows of any batch that still wait to be issued. */
  public int openRows() throws SQLException {
    return claims.openRows();
  }

  /**
   * Returns when every chunk is done or was tried in vain.
   *
   * @param batchId of this batch only; null for all
   * @param progress told after each chunk
   * @return the chunks that stay open
   * @throws IssuingFailed if nothing can be issued at all
   */
  public List<FailedChunk> run(@Nullable Long batchId, Progress progress)
      throws InterruptedException, IssuingFailed, SQLException {
    ChunksAside aside = new ChunksAside();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(
            pool.submit(
                () -> {
                  work(batchId, aside, progress);
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
      end(pool);
    }
    return stillOpen(aside);
  }

  /** Workers end before the connections they use are closed. */
  private static void end(ExecutorService pool) throws InterruptedException {
    boolean interrupted = Thread.interrupted();
    pool.shutdownNow();
    pool.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private List<FailedChunk> stillOpen(ChunksAside aside) throws SQLException {
    List<FailedChunk> open = new ArrayList<>();
    for (FailedChunk failed : aside.all()) {
      if (claims.isOpen(failed)) {
        open.add(failed);
      }
    }
    return open;
  }

  /**
   * Works off chunks that nobody holds, one after another. Whether the process that ordered them is
   * gone or only has not come to them cannot be told.
   */
  Worked workOnFree() throws SQLException, IssuingFailed {
    ChunkWork pipeline = pipelines.get();
    ChunksAside aside = new ChunksAside();
    int chunks = 0;
    while (!Thread.currentThread().isInterrupted() && claims.workOnOne(null, aside, pipeline)) {
      chunks++;
    }
    return new Worked(chunks - aside.all().size(), aside.all());
  }

  /**
   * What became of chunks that were free.
   *
   * @param finished how many are done
   */
  record Worked(int finished, List<FailedChunk> failed) {}

  private void work(@Nullable Long batchId, ChunksAside aside, Progress progress)
      throws SQLException, IssuingFailed, InterruptedException {
    ChunkWork pipeline = pipelines.get();
    ChunkWork reporting =
        chunk -> {
          List<RowOutcome> outcomes = pipeline.issue(chunk);
          progress.done(chunk.batch(), outcomes);
          return outcomes;
        };
    while (!Thread.currentThread().isInterrupted()) {
      if (!claims.workOnOne(batchId, aside, reporting)) {
        if (claims.open(batchId, aside) == 0) {
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
