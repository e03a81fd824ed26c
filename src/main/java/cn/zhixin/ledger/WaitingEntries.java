package cn.zhixin.ledger;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes, in the background of the service, entries that a process queued and could not publish
 * itself: it was killed, or a witness was away. Looks at the start, and every minute, whether
 * database and folder still fit each other; while they do not, raises the alarm as often and leaves
 * the ledger alone. Only of one thread.
 */
final class WaitingEntries {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingEntries.class);

  private static final long INSPECTION_NANOS = Duration.ofMinutes(1).toNanos();

  private final Ledger ledger;
  private final LongSupplier nanos;
  private State state = State.NOT_INSPECTED;
  private long inspected;

  private enum State {
    NOT_INSPECTED,
    FITS,
    CONTRADICTS
  }

  /**
   * @param nanos a monotonic clock
   */
  WaitingEntries(Ledger ledger, LongSupplier nanos) {
    this.ledger = ledger;
    this.nanos = nanos;
  }

  void step() {
    try {
      boolean due =
          state == State.NOT_INSPECTED || nanos.getAsLong() - inspected >= INSPECTION_NANOS;
      if (due) {
        ledger.inspect();
        becomes(State.FITS);
      }
      if (state == State.FITS && ledger.isWaiting()) {
        long size = ledger.publish().head().size();
        LOG.info("the ledger has {} entries; none waits", size);
      }
    } catch (LedgerContradiction e) {
      becomes(State.CONTRADICTS);
      LOG.error("ALARM: the ledger is stopped until a person has seen why: {}", e.getMessage());
    } catch (LedgerUnavailable | RuntimeException e) {
      // tried again: a database, a folder or a witness that is away comes back
      LOG.warn("entries of the ledger wait: {}", e.getMessage());
    }
  }

  private void becomes(State next) {
    state = next;
    inspected = nanos.getAsLong();
  }
}
