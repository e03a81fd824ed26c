package cn.zhixin.ledger.witness;

import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.ledger.tile.TileSource;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks all witnesses at the same time. Waits for them at most the settings' timeout, and once as
 * many as the quorum wants have cosigned only {@link #GRACE} more. Safe for several threads.
 */
public final class Witnesses implements AutoCloseable {
  /** For those that are about to answer; what a dead witness costs when the others suffice. */
  static final Duration GRACE = Duration.ofMillis(200);

  private final WitnessSettings settings;
  private final List<WitnessClient> clients;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "ask-witness");
            thread.setDaemon(true);
            return thread;
          });

  public Witnesses(WitnessSettings settings) {
    this.settings = settings;
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
    this.clients =
        settings.witnesses().stream().map(witness -> new WitnessClient(witness, http)).toList();
  }

  /**
   * Never fails: whether enough have cosigned is for {@link WitnessSettings#policy} to say, over
   * the note with these signatures.
   *
   * @param note of {@code head}, signed by the log
   * @param tiles with those of the head's tree
   */
  public Cosignatures cosign(Checkpoint head, SignedNote note, TileSource tiles) {
    Map<String, Cosigning> outcomes = new LinkedHashMap<>();
    for (WitnessClient client : clients) {
      outcomes.put(
          client.witness().name(), new Cosigning.NotCosigned(WitnessFault.TOO_LATE, "not awaited"));
    }
    CompletionService<Reply> replies = new ExecutorCompletionService<>(threads);
    List<Future<Reply>> asked = new ArrayList<>();
    for (WitnessClient client : clients) {
      asked.add(
          replies.submit(
              () -> {
                TileNodes nodes = new TileNodes(tiles, head.size());
                return new Reply(
                    client.witness().name(), client.cosign(head, note, nodes, settings.timeout()));
              }));
    }
    try {
      collect(replies, outcomes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      // a request that is cut off may still be recorded there: the next one will be told
      asked.forEach(each -> each.cancel(true));
    }
    return new Cosignatures(outcomes);
  }

  private void collect(CompletionService<Reply> replies, Map<String, Cosigning> outcomes)
      throws InterruptedException {
    long until = System.nanoTime() + settings.timeout().toNanos();
    int cosigned = 0;
    boolean enough = false;
    for (int waiting = clients.size(); waiting > 0; waiting--) {
      if (!enough && cosigned >= settings.quorum()) {
        enough = true;
        until = Math.min(until, System.nanoTime() + GRACE.toNanos());
      }
      Future<Reply> done = replies.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (done == null) {
        return;
      }
      Reply reply = reply(done);
      outcomes.put(reply.witness(), reply.outcome());
      if (reply.outcome() instanceof Cosigning.Cosigned) {
        cosigned++;
      }
    }
  }

  private static Reply reply(Future<Reply> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking a witness has no outcome", e);
    }
  }

  /** Asks no more. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private record Reply(String witness, Cosigning outcome) {}
}
