package cn.zhixin.ledger.tile;

/** A tile or bundle that is not there, or whose bytes are not those of one. */
public final class MalformedTile extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedTile(Tile tile, String expected, String found) {
    super(tile.path() + ": expected " + expected + ", found " + found);
  }
}
