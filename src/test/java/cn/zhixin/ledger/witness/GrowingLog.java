package cn.zhixin.ledger.witness;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.ledger.merkle.Leaves;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.tile.MemoryTiles;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A log of made-up leaves that signs a checkpoint of any size it has. */
final class GrowingLog {
  static final String ORIGIN = "zc.example.cn/ledger";

  final MemoryTiles tiles = new MemoryTiles();
  private final CheckpointSigner signer;
  private final long size;

  private GrowingLog(CheckpointSigner signer, List<Bytes> entries) throws Exception {
    this.signer = signer;
    this.size = entries.size();
    for (int i = 0; i < size; i++) {
      // one by one: a head of any size then has its partial tiles
      tiles.content.putAll(new TileGrowth(tiles).added(i, entries.subList(i, i + 1)));
    }
  }

  static GrowingLog of(int size) throws Exception {
    return new GrowingLog(
        CheckpointSigner.log(ORIGIN, Ed25519PrivateKey.generate(new SecureRandom())),
        entries(size));
  }

  /** The same log with the same key, of which one entry is another. */
  GrowingLog forkedAt(int index) throws Exception {
    List<Bytes> entries = new ArrayList<>(entries((int) size));
    entries.set(index, Bytes.ofUtf8("never happened"));
    return new GrowingLog(signer, entries);
  }

  private static List<Bytes> entries(int size) {
    return LongStream.range(0, size).mapToObj(Leaves::entry).toList();
  }

  VerifierKey key() {
    return signer.key();
  }

  MerkleTree tree(long at) {
    return new MerkleTree(new TileNodes(tiles, at), at);
  }

  Checkpoint head(long at) throws IOException {
    return new Checkpoint(ORIGIN, at, tree(at).root());
  }

  SignedNote note(long at) throws IOException {
    return signed(head(at));
  }

  /** Whatever the head says. */
  SignedNote signed(Checkpoint head) {
    return new SignedNote(head.text(), List.of(signer.sign(head)));
  }

  AddCheckpoint request(long from, long to) throws IOException {
    return new AddCheckpoint(from, tree(to).consistencyProof(from).path(), note(to));
  }
}
