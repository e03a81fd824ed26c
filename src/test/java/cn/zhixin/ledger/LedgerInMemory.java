package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger whose entries a test chooses; those it does not choose are issues of nobody's. */
public final class LedgerInMemory {
  private final Map<Tile, Bytes> tiles;
  private final MerkleTree tree;
  private final SignedNote checkpoint;

  /**
   * @param chosen by index
   * @param at time of the entries that are not chosen
   * @param signers the first is the ledger itself
   */
  public LedgerInMemory(
      long size, Map<Long, LedgerLeaf> chosen, Instant at, List<CheckpointSigner> signers)
      throws Exception {
    List<Bytes> entries = new ArrayList<>();
    for (long index = 0; index < size; index++) {
      Digest nobody = Digest.of(Bytes.ofUtf8("nobody " + index));
      LedgerLeaf other = new LedgerLeaf(LeafKind.ISSUED, 1, at, nobody, Optional.empty());
      entries.add(chosen.getOrDefault(index, other).encoded());
    }
    tiles = new TileGrowth(tile -> Optional.empty()).added(0, entries);
    tree = new MerkleTree(new TileNodes(tile -> Optional.ofNullable(tiles.get(tile)), size), size);
    Checkpoint head = new Checkpoint(signers.get(0).key().name(), size, tree.root());
    checkpoint =
        new SignedNote(head.text(), signers.stream().map(signer -> signer.sign(head)).toList());
  }

  public LedgerProof proof(Salt salt, LedgerPlace place) throws IOException {
    return new LedgerProof(
        salt, place.at(), place.index(), tree.inclusionProof(place.index()).path(), checkpoint);
  }

  /** As files, such as a mirror has. */
  public void write(Path folder) throws IOException {
    for (Map.Entry<Tile, Bytes> tile : tiles.entrySet()) {
      Path file = folder.resolve(tile.getKey().path());
      Files.createDirectories(file.getParent());
      Files.write(file, tile.getValue().toArray());
    }
    Files.writeString(folder.resolve("checkpoint"), checkpoint.encoded());
  }
}
