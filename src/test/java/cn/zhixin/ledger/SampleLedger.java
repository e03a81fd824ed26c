package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.MerkleTree;
import cn.zhixin.ledger.note.Checkpoint;
import cn.zhixin.ledger.note.CheckpointSigner;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.note.VerifierKey;
import cn.zhixin.ledger.tile.FolderTiles;
import cn.zhixin.ledger.tile.MalformedTile;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileGrowth;
import cn.zhixin.ledger.tile.TileNodes;
import cn.zhixin.ledger.tile.TileSource;
import cn.zhixin.signing.Ed25519PrivateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * A real log in a folder, published at each step. It can be made to look empty, or as if nobody
 * could tell what is published.
 */
public final class SampleLedger implements PublishedLedger {
  public static final String ORIGIN = "zc.weihai.example/ledger";

  private final FolderTiles tiles;
  private final CheckpointSigner signer;
  private final SecureRandom random = new SecureRandom();
  private final List<VerifierKey> keys = new ArrayList<>();
  private Optional<PublishedCheckpoint> latest = Optional.empty();
  private List<DaySize> growth = List.of();
  private boolean empty;
  private boolean failing;

  public SampleLedger(String origin, Path folder) {
    this.tiles = new FolderTiles(folder);
    this.signer = CheckpointSigner.log(origin, Ed25519PrivateKey.generate(random));
    this.keys.add(signer.key());
  }

  /** Enters the issue of a certificate, and as many entries of others after it. */
  public LedgerProof issue(Bytes credential, int issuer, Instant at, int others) {
    Salt salt = Salt.random(random);
    LedgerLeaf leaf =
        new LedgerLeaf(LeafKind.ISSUED, issuer, at, salt.subject(credential), Optional.empty());
    long index = size();
    List<Bytes> entries = new ArrayList<>(List.of(leaf.encoded()));
    entries.addAll(others(others, at));
    append(entries, at);
    List<Digest> path = path(index);
    return new LedgerProof(salt, at, index, path, latest.orElseThrow().note());
  }

  /** Entries of nobody in particular. */
  public void grow(int count, Instant at) {
    append(others(count, at), at);
  }

  private List<Bytes> others(int count, Instant at) {
    List<Bytes> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] subject = new byte[Digest.SIZE];
      random.nextBytes(subject);
      entries.add(
          new LedgerLeaf(LeafKind.ISSUED, 1, at, new Digest(Bytes.wrap(subject)), Optional.empty())
              .encoded());
    }
    return entries;
  }

  private void append(List<Bytes> entries, Instant at) {
    try {
      long size = size();
      tiles.write(new TileGrowth(tiles).added(size, entries));
      publish(size + entries.size(), at);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedTile e) {
      throw new IllegalStateException(e);
    }
  }

  private void publish(long size, Instant at) throws IOException {
    Digest root = new MerkleTree(new TileNodes(tiles, size), size).root();
    Checkpoint head = new Checkpoint(signer.key().name(), size, root);
    SignedNote note = new SignedNote(head.text(), List.of(signer.sign(head)));
    latest = Optional.of(new PublishedCheckpoint(head, note, at));
  }

  private List<Digest> path(long index) {
    try {
      return new MerkleTree(new TileNodes(tiles, size()), size()).inclusionProof(index).path();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long size() {
    return latest.map(checkpoint -> checkpoint.head().size()).orElse(0L);
  }

  public void lookEmpty(boolean looks) {
    empty = looks;
  }

  public void fail(boolean fails) {
    failing = fails;
  }

  public void dropPartials(Tile full) throws IOException {
    tiles.dropPartials(full);
  }

  public void growth(List<DaySize> days) {
    growth = List.copyOf(days);
  }

  public void key(VerifierKey key) {
    keys.add(key);
  }

  @Override
  public Optional<PublishedCheckpoint> latest() {
    if (failing) {
      throw new DataAccessResourceFailureException("the primary is away");
    }
    return empty ? Optional.empty() : latest;
  }

  @Override
  public TileSource tiles() {
    return tiles;
  }

  @Override
  public List<DaySize> growth() {
    return empty ? List.of() : growth;
  }

  @Override
  public List<VerifierKey> keys() {
    return List.copyOf(keys);
  }
}
