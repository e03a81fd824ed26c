package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What is in the tiles of a source. Where a partial tile is gone the full one serves, of which it
 * is the beginning: a log may drop the one once it has the other.
 */
public final class Tiles {
  private final TileSource source;

  public Tiles(TileSource source) {
    this.source = source;
  }

  /** The bytes of a tile or bundle; empty if neither it nor the full one is there. */
  public Optional<Bytes> find(Tile tile) throws IOException, MalformedTile {
    Optional<Bytes> own = source.find(tile);
    if (own.isPresent() || tile.isFull()) {
      return own;
    }
    Optional<Bytes> whole = source.find(tile.whole());
    return whole.isPresent() ? Optional.of(beginning(tile, whole.get())) : Optional.empty();
  }

  private static Bytes beginning(Tile tile, Bytes whole) throws MalformedTile {
    return tile.isEntries()
        ? EntryBundle.encode(EntryBundle.decode(tile.whole(), whole).subList(0, tile.width()))
        : HashTile.encode(HashTile.parse(tile.whole(), whole).hashes().subList(0, tile.width()));
  }

  /** The hashes of a tile, as many as it is wide. */
  public List<Digest> hashes(Tile tile) throws IOException, MalformedTile {
    return read(tile).hashes();
  }

  HashTile read(Tile tile) throws IOException, MalformedTile {
    Optional<Bytes> own = source.find(tile);
    if (own.isPresent()) {
      return HashTile.parse(tile, own.get());
    }
    HashTile whole = HashTile.parse(tile.whole(), findWhole(tile));
    return new HashTile(whole.hashes().subList(0, tile.width()));
  }

  /** The entries of a bundle, as many as it is wide. */
  public List<Bytes> entries(Tile bundle) throws IOException, MalformedTile {
    Optional<Bytes> own = source.find(bundle);
    if (own.isPresent()) {
      return EntryBundle.decode(bundle, own.get());
    }
    return EntryBundle.decode(bundle.whole(), findWhole(bundle)).subList(0, bundle.width());
  }

  private Bytes findWhole(Tile tile) throws IOException, MalformedTile {
    return source
        .find(tile.whole())
        .orElseThrow(() -> new MalformedTile(tile, "it or the full tile", "neither"));
  }
}
