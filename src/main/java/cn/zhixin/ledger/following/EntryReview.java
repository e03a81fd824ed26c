package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.MalformedLeaf;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads new entries one after the other, counts them, and keeps the first fault: whether it is the
 * ledger's or that of who serves it is known only once the root is. Confined to one thread.
 */
final class EntryReview {
  private final Instant latest;
  private final SortedMap<Integer, Map<LeafKind, Long>> counts = new TreeMap<>();
  private @Nullable Instant last;
  private @Nullable BrokenLedger fault;

  /**
   * @param last time of the entry before the first
   * @param latest that the time of an entry can be
   */
  EntryReview(Optional<Instant> last, Instant latest) {
    this.latest = latest;
    this.last = last.orElse(null);
  }

  void read(long index, Bytes entry) {
    try {
      LedgerLeaf leaf = LedgerLeaf.decode(entry);
      counts
          .computeIfAbsent(leaf.issuer(), issuer -> new EnumMap<>(LeafKind.class))
          .merge(leaf.kind(), 1L, Long::sum);
      if (last != null && leaf.at().isBefore(last)) {
        keep(LedgerFault.TIME_WENT_BACK, "entry " + index + ": " + leaf.at() + " < " + last);
      }
      if (leaf.at().isAfter(latest)) {
        keep(LedgerFault.TIME_AHEAD, "entry " + index + ": " + leaf.at() + " > " + latest);
      }
      last = leaf.at();
    } catch (MalformedLeaf e) {
      keep(LedgerFault.MALFORMED_ENTRY, "entry " + index + ": " + e.getMessage());
    }
  }

  private void keep(LedgerFault reason, String where) {
    if (fault == null) {
      fault = new BrokenLedger(reason, where);
    }
  }

  Optional<BrokenLedger> fault() {
    return Optional.ofNullable(fault);
  }

  Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  EntryCounts counts() {
    return new EntryCounts(counts);
  }
}
