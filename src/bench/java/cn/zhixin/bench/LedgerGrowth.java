package cn.zhixin.bench;

import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** A log on a real disk that grows by chunks, each durable and then signed. */
final class LedgerGrowth {
  static final int CHUNK = 256;

  private static final String ORIGIN = "zc.example.cn/ledger";

  private final FolderTiles tiles;
  private final CheckpointSigner signer =
      CheckpointSigner.log(ORIGIN, Ed25519PrivateKey.generate(new SecureRandom()));
  private long size;

  LedgerGrowth(Path folder) {
    this.tiles = new FolderTiles(folder);
  }

  /** Leaves for each second of the wall clock; a disk's time is no CPU time. */
  double perSecond(double seconds) throws Exception {
    long start = System.nanoTime();
    long before = size;
    do {
      grow();
    } while (System.nanoTime() - start < seconds * 1e9);
    return (size - before) / ((System.nanoTime() - start) / 1e9);
  }

  private void grow() throws Exception {
    tiles.write(new TileGrowth(tiles).added(size, MadeUpLeaves.entries(size, CHUNK)));
    size += CHUNK;
    Checkpoint head =
        new Checkpoint(ORIGIN, size, new MerkleTree(new TileNodes(tiles, size), size).root());
    SignedNote note = new SignedNote(head.text(), List.of(signer.sign(head)));
    if (!note.encoded().startsWith(ORIGIN)) {
      throw new IllegalStateException("the checkpoint is not the log's");
    }
  }
}
