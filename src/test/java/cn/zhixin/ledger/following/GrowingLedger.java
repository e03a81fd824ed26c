package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.NoteSignature;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A ledger in a folder, written as the service writes it, whose keeper may do wrong. */
public final class GrowingLedger {
  public static final String ORIGIN = "zc.example.cn/ledger";

  /** Long ago, so that no machine's clock is behind it. */
  private static final Instant FIRST = Instant.parse("2026-03-02T08:00:00.123Z");

  /** Of whoever follows it: by it entry 100,000 is an hour ahead. */
  public static final InstantSource CLOCK =
      InstantSource.fixed(FIRST.plusMillis(100_000).minusSeconds(3_600));

  private final Path folder;
  private final Ed25519PrivateKey key;
  private final CheckpointSigner log;
  private final Frontier tree = new Frontier();

  public GrowingLedger(Path folder) {
    this(folder, Ed25519PrivateKey.generate(new SecureRandom()));
  }

  private GrowingLedger(Path folder, Ed25519PrivateKey key) {
    this.folder = folder;
    this.key = key;
    this.log = CheckpointSigner.log(ORIGIN, key);
  }

  /** Another tree by the same key. */
  public GrowingLedger twin(Path otherFolder) {
    return new GrowingLedger(otherFolder, key);
  }

  public Path folder() {
    return folder;
  }

  public VerifierKey key() {
    return log.key();
  }

  public CheckpointPolicy policy() {
    return CheckpointPolicy.of(log.key());
  }

  public long size() {
    return tree.size();
  }

  public static CheckpointSigner witness(String name) {
    return CheckpointSigner.witness(
        name, Ed25519PrivateKey.generate(new SecureRandom()), InstantSource.fixed(FIRST));
  }

  /** One in ten revokes the certificate that was issued before it. */
  public static LedgerLeaf leaf(long index, String salt) {
    boolean revokes = index % 10 == 9;
    Digest subject = Digest.of(Bytes.ofUtf8(salt + (revokes ? index - 1 : index)));
    return new LedgerLeaf(
        revokes ? LeafKind.REVOKED : LeafKind.ISSUED,
        index % 3 == 0 ? 2 : 1,
        FIRST.plusMillis(index),
        subject,
        Optional.empty());
  }

  /** Grows to that size and publishes. */
  public GrowingLedger growTo(long size, String salt) throws Exception {
    List<Bytes> entries = new ArrayList<>();
    for (long index = tree.size(); index < size; index++) {
      entries.add(leaf(index, salt).encoded());
    }
    return append(entries);
  }

  public GrowingLedger growTo(long size) throws Exception {
    return growTo(size, "");
  }

  public GrowingLedger append(List<Bytes> entries) throws Exception {
    FolderTiles tiles = new FolderTiles(folder);
    if (!entries.isEmpty()) {
      tiles.write(new TileGrowth(tiles).added(tree.size(), entries));
      entries.forEach(entry -> tree.append(TreeHash.leaf(entry)));
    }
    publish(sign());
    return this;
  }

  public Checkpoint head() {
    return new Checkpoint(ORIGIN, tree.size(), tree.root());
  }

  public SignedNote sign(CheckpointSigner... witnesses) {
    return sign(head(), witnesses);
  }

  public SignedNote sign(Checkpoint head, CheckpointSigner... witnesses) {
    List<NoteSignature> signatures = new ArrayList<>(List.of(log.sign(head)));
    for (CheckpointSigner witness : witnesses) {
      signatures.add(witness.sign(head));
    }
    return new SignedNote(head.text(), signatures);
  }

  public void publish(SignedNote note) throws Exception {
    publish(note.encoded());
  }

  public void publish(String checkpoint) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(LedgerSource.CHECKPOINT), checkpoint);
  }

  public Path file(Tile tile) {
    return folder.resolve(tile.path());
  }

  /** Flips a bit of one byte. */
  public void flip(Tile tile, int at) throws Exception {
    byte[] bytes = Files.readAllBytes(file(tile));
    bytes[at] ^= 1;
    Files.write(file(tile), bytes);
  }

  public LedgerSource source() {
    return LedgerSource.at(folder.toString());
  }
}
