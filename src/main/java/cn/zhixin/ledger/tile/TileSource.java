package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import java.io.IOException;
import java.util.Optional;

/** Where tiles are read: a folder, or a log's address. */
@FunctionalInterface
public interface TileSource {
  /**
   * The bytes kept under exactly this name; empty if there are none.
   *
   * @throws IOException if it cannot be told now
   */
  Optional<Bytes> find(Tile tile) throws IOException;
}
