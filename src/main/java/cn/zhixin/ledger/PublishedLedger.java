package cn.zhixin.ledger;

import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.tile.TileSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the ledger has published, for those who show and serve it. */
public interface PublishedLedger {
  /** The last checkpoint; none before the first entry. Read from the primary. */
  Optional<PublishedCheckpoint> latest();

  /** The tiles under every published checkpoint. */
  TileSource tiles();

  /** How large the ledger was at the end of each day on which it grew, oldest first. */
  List<DaySize> growth();

  /** The keys that sign checkpoints: the log's own first. */
  List<VerifierKey> keys();

  /**
   * @param day of the service's time zone
   * @param size entries at its end
   */
  record DaySize(LocalDate day, long size) {}
}
