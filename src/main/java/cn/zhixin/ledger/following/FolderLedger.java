package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A copy of a ledger in a folder: {@code checkpoint} beside {@code tile/…}. */
final class FolderLedger implements LedgerSource {
  private final Path root;
  private final FolderTiles tiles;

  FolderLedger(Path root) {
    this.root = root;
    this.tiles = new FolderTiles(root);
  }

  @Override
  public Optional<Bytes> checkpoint() throws IOException {
    try (InputStream file = Files.newInputStream(root.resolve(CHECKPOINT))) {
      return Optional.of(Bytes.wrap(file.readNBytes(SignedNote.LONGEST + 1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<Bytes> find(Tile tile) throws IOException {
    return tiles.find(tile);
  }
}
