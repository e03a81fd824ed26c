package cn.zhixin.ledger.web;

import cn.zhixin.ledger.PublishedLedger;
import cn.zhixin.ledger.tile.Tile;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of the ledger is known to be published. A ledger never shrinks, so that what was once
 * published is served without asking again, and also while nobody can be asked. Safe for several
 * threads.
 */
final class PublishedSize {
  private final PublishedLedger ledger;
  private final AtomicLong known = new AtomicLong();

  PublishedSize(PublishedLedger ledger) {
    this.ledger = ledger;
  }

  /** Whether a tile lies under a published checkpoint; asks for the last one only if it must. */
  boolean has(Tile tile) {
    return tile.isIn(known.get()) || tile.isIn(known.accumulateAndGet(present(), Math::max));
  }

  private long present() {
    return ledger.latest().map(checkpoint -> checkpoint.head().size()).orElse(0L);
  }
}
