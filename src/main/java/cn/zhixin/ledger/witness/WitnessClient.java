package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.merkle.NodeReader;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.SignedNote;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks one witness for cosignatures (C2SP tlog-witness). Whatever it answers ends in a {@link
 * Cosigning}, never in an exception. Safe for several threads.
 */
public final class WitnessClient {
  /** Bytes of an answer: cosignatures of some keys, one with ML-DSA-44 has 3.3 KB. */
  private static final int LONGEST_ANSWER = 64 << 10;

  private final RemoteWitness witness;
  private final HttpClient http;

  /** What the witness cosigned last, as far as is known; a wrong one costs a second request. */
  private volatile long lastSize;

  public WitnessClient(RemoteWitness witness, HttpClient http) {
    this.witness = witness;
    this.http = http;
  }

  public RemoteWitness witness() {
    return witness;
  }

  /**
   * @param note of {@code head}, signed by the log
   * @param nodes of a tree that has the head's leaves; used by this thread only
   * @param timeout for all of it
   */
  public Cosigning cosign(Checkpoint head, SignedNote note, NodeReader nodes, Duration timeout) {
    long until = System.nanoTime() + timeout.toNanos();
    MerkleTree tree = new MerkleTree(nodes, head.size());
    try {
      // a witness that was ahead of us says so when asked for what we have
      long from = Math.min(lastSize, head.size());
      WitnessReply reply = ask(from, note, tree, until);
      if (reply.isConflict()) {
        OptionalLong told = reply.size();
        if (told.isEmpty() || told.getAsLong() == from || told.getAsLong() > head.size()) {
          return conflict(told, from, head);
        }
        from = told.getAsLong();
        lastSize = from;
        reply = ask(from, note, tree, until);
      }
      return reply.isConflict()
          ? conflict(reply.size(), from, head)
          : remembered(reply.verified(head, witness), head);
    } catch (AnswerUnusable e) {
      return e.outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Cosigning.NotCosigned(WitnessFault.TOO_LATE, "interrupted");
    }
  }

  private Cosigning remembered(Cosigning outcome, Checkpoint head) {
    if (outcome instanceof Cosigning.Cosigned) {
      lastSize = head.size();
    }
    return outcome;
  }

  private static Cosigning conflict(OptionalLong told, long asked, Checkpoint head) {
    WitnessFault fault = WitnessFault.UNEXPECTED_ANSWER;
    if (told.isPresent() && told.getAsLong() > head.size()) {
      fault = WitnessFault.WITNESS_IS_AHEAD;
    } else if (asked == head.size() && (told.isEmpty() || told.getAsLong() == asked)) {
      fault = WitnessFault.OTHER_ROOT;
    }
    String size = told.isPresent() ? Long.toString(told.getAsLong()) : "none";
    return new Cosigning.NotCosigned(
        fault, "status 409, its size " + size + ", ours " + head.size());
  }

  private WitnessReply ask(long from, SignedNote note, MerkleTree tree, long until)
      throws AnswerUnusable, InterruptedException {
    AddCheckpoint request = new AddCheckpoint(from, proof(from, tree), note);
    Duration left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
    HttpRequest post =
        HttpRequest.newBuilder(witness.submission())
            .timeout(left)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.encoded().unsafeArray()))
            .build();
    CompletableFuture<HttpResponse<Optional<Bytes>>> answer =
        http.sendAsync(post, head -> new BoundedBody(LONGEST_ANSWER));
    try {
      HttpResponse<Optional<Bytes>> given = answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
      Bytes body =
          given
              .body()
              .orElseThrow(
                  () -> new AnswerUnusable(WitnessFault.UNEXPECTED_ANSWER, "too long a body"));
      return new WitnessReply(given.statusCode(), body);
    } catch (TimeoutException e) {
      throw new AnswerUnusable(WitnessFault.TOO_LATE, "");
    } catch (ExecutionException e) {
      boolean late = e.getCause() instanceof HttpTimeoutException;
      throw new AnswerUnusable(
          late ? WitnessFault.TOO_LATE : WitnessFault.UNREACHABLE, String.valueOf(e.getCause()));
    } finally {
      answer.cancel(true);
    }
  }

  private static List<Digest> proof(long from, MerkleTree tree) throws AnswerUnusable {
    try {
      return tree.consistencyProof(from).path();
    } catch (IOException e) {
      throw new AnswerUnusable(WitnessFault.TILES_UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /** Ends the asking early. */
  private static final class AnswerUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Cosigning outcome;

    AnswerUnusable(WitnessFault fault, String detail) {
      super(detail);
      this.outcome = new Cosigning.NotCosigned(fault, detail);
    }
  }
}
