package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a source for the bundles of entries and their tiles shortly before they are read in their
 * order, so that a far ledger's answers overlap. What is not read next is asked for only when it is
 * wanted. Bytes and failures come as the source gives them, to whoever reads that tile. To be read
 * by one thread.
 */
final class TilesAhead implements TileSource, AutoCloseable {
  private final TileSource source;
  private final int bundles;
  private final long size;
  private final ExecutorService askers;
  private final Map<Tile, Future<Optional<Bytes>>> asked = new HashMap<>();
  private final Queue<Tile> order = new ArrayDeque<>();
  private long next;

  /**
   * @param source safe for several threads
   * @param bundles how many are asked for before they are read; none are for 0
   * @param from the first entry that is read
   * @param size of the tree that is read
   */
  TilesAhead(TileSource source, int bundles, long from, long size) {
    this.source = source;
    this.bundles = bundles;
    this.next = from / Tile.FULL;
    this.size = size;
    this.askers = Executors.newFixedThreadPool(Math.max(1, bundles), TilesAhead::asker);
  }

  private static Thread asker(Runnable work) {
    Thread thread = new Thread(work, "ledger-ahead");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public Optional<Bytes> find(Tile tile) throws IOException {
    if (tile.isEntries()) {
      forgetUpTo(tile.index());
      askFrom(tile.index());
    }
    Future<Optional<Bytes>> answer = asked.remove(tile);
    return answer == null ? source.find(tile) : await(answer);
  }

  /** Whoever reads a bundle has read those before it, and their tiles or not. */
  private void forgetUpTo(long bundle) {
    while (!order.isEmpty() && order.element().index() < bundle) {
      Future<Optional<Bytes>> unread = asked.remove(order.remove());
      if (unread != null) {
        unread.cancel(true);
      }
    }
  }

  private void askFrom(long bundle) {
    for (; next < bundle + bundles && next * Tile.FULL < size; next++) {
      ask(Tile.inLevel(Tile.ENTRIES, next, size));
      ask(Tile.inLevel(0, next, size));
    }
  }

  private void ask(Tile tile) {
    order.add(tile);
    asked.put(tile, askers.submit(() -> source.find(tile)));
  }

  private static Optional<Bytes> await(Future<Optional<Bytes>> answer) throws IOException {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("interrupted");
      stopped.initCause(e);
      throw stopped;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreachable) {
        throw unreachable;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Gives up what was asked for and not read. */
  @Override
  public void close() {
    askers.shutdownNow();
  }
}
