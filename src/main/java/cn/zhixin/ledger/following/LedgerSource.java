package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.tile.TileSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a ledger's checkpoint and tiles are read. Nothing that it gives is to be believed. */
public interface LedgerSource extends TileSource {
  /** Of the file, or below the address, that holds the latest checkpoint. */
  String CHECKPOINT = "checkpoint";

  /**
   * The latest checkpoint as it is served; empty if there is none.
   *
   * @throws IOException if it cannot be told now
   */
  Optional<Bytes> checkpoint() throws IOException;

  /**
   * How many bundles are worth asking for before they are read; 0 where nothing is gained by it. A
   * source that says more is safe for several threads.
   */
  default int ahead() {
    return 0;
  }

  /**
   * @param place {@code https://host/prefix}, {@code http://…}, or a folder
   * @throws IllegalArgumentException if it looks like an address and is none
   */
  static LedgerSource at(String place) {
    return isAddress(place) ? new HttpLedger(URI.create(place)) : new FolderLedger(Path.of(place));
  }

  /** Whether it is not the name of a folder. */
  static boolean isAddress(String place) {
    String start = place.toLowerCase(Locale.ROOT);
    return start.startsWith("https://") || start.startsWith("http://");
  }
}
