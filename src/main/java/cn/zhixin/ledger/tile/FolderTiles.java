package cn.zhixin.ledger.tile;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.storage.DurableFolder;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tiles as files below a folder, under the names by which they are served. */
public final class FolderTiles implements TileSource {
  private final DurableFolder folder;

  public FolderTiles(Path root) {
    this.folder = new DurableFolder(root);
  }

  @Override
  public Optional<Bytes> find(Tile tile) throws IOException {
    return folder.read(tile.path());
  }

  /**
   * Writes all tiles and returns once every one of them would survive a power cut.
   *
   * @throws IllegalStateException if a tile is there with other content: the log would fork
   */
  public void write(Map<Tile, Bytes> tiles) throws IOException {
    Map<String, Bytes> files = new LinkedHashMap<>();
    for (Map.Entry<Tile, Bytes> tile : tiles.entrySet()) {
      Optional<Bytes> there = find(tile.getKey());
      if (there.isPresent() && !there.get().equals(tile.getValue())) {
        throw new IllegalStateException(
            "the ledger's " + tile.getKey().path() + " is there with another content");
      }
      // also what is there: whoever wrote it may have been killed before it was durable
      files.put(tile.getKey().path(), tile.getValue());
    }
    folder.write(files);
  }

  /** Drops the partial tiles that a durable full one makes needless. */
  public void dropPartials(Tile full) throws IOException {
    String partials = full.path() + ".p";
    for (String width : folder.names(partials)) {
      String partial = partials + "/" + width;
      if (Tile.parse(partial).isPresent()) {
        folder.delete(partial);
      }
    }
    try {
      folder.delete(partials);
    } catch (DirectoryNotEmptyException e) {
      // somebody else is writing there, or was killed while writing: what lies there does no harm
    }
  }
}
