package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tiles in memory, which a test may change or take away. */
public final class MemoryTiles implements TileSource {
  public final Map<Tile, Bytes> content = new HashMap<>();

  @Override
  public Optional<Bytes> find(Tile tile) {
    return Optional.ofNullable(content.get(tile));
  }
}
