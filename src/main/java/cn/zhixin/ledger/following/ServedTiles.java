package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.tile.MalformedTile;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileSource;
import cn.zhixin.ledger.tile.Tiles;
import java.io.IOException;
import java.util.List;

/** A source's tiles, of which one that is missing is told from one that is wrong. */
final class ServedTiles {
  private final TileSource source;
  private final Tiles tiles;

  ServedTiles(TileSource source) {
    this.source = source;
    this.tiles = new Tiles(source);
  }

  List<Digest> hashes(Tile tile) throws IOException, BrokenLedger {
    try {
      return tiles.hashes(tile);
    } catch (MalformedTile e) {
      throw broken(tile, LedgerFault.TAMPERED_TILE, e);
    }
  }

  List<Bytes> entries(Tile bundle) throws IOException, BrokenLedger {
    try {
      return tiles.entries(bundle);
    } catch (MalformedTile e) {
      throw broken(bundle, LedgerFault.TAMPERED_ENTRY, e);
    }
  }

  private BrokenLedger broken(Tile tile, LedgerFault wrong, MalformedTile cause)
      throws IOException {
    boolean there = source.find(tile).isPresent() || source.find(tile.whole()).isPresent();
    return there
        ? new BrokenLedger(wrong, String.valueOf(cause.getMessage()))
        : new BrokenLedger(LedgerFault.MISSING, tile.path());
  }
}
