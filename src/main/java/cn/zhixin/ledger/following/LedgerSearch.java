package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LeafKind;
import cn.zhixin.ledger.LedgerLeaf;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.LedgerProof;
import cn.zhixin.ledger.MalformedLeaf;
import cn.zhixin.ledger.following.SearchOutcome.Event;
import cn.zhixin.ledger.following.SearchOutcome.Found;
import cn.zhixin.ledger.following.SearchOutcome.NotThere;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.merkle.TreeHash;
import cn.zhixin.ledger.note.CheckpointPolicy;
import cn.zhixin.ledger.tile.Tile;
import cn.zhixin.ledger.tile.TileNodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for a certificate in the ledger of today: that its issue stands at its place, and what
 * happened to it since.
 *
 * <p>Reads every entry from there to the end and makes the signed root of them; so nothing that was
 * entered later can be kept from whoever asks. Events that cannot follow each other are an alarm:
 * the ledger was written by another hand than the office's.
 */
public final class LedgerSearch {
  private final LedgerSource source;
  private final CheckpointPolicy policy;
  private final Progress progress;

  public LedgerSearch(LedgerSource source, CheckpointPolicy policy, Progress progress) {
    this.source = source;
    this.policy = policy;
    this.progress = progress;
  }

  /**
   * @param proof that came with the certificate; its own checkpoint and path are not looked at
   * @param credential the COSE_Sign1 bytes
   * @param issuer number in the credential
   */
  public SearchOutcome find(LedgerProof proof, Bytes credential, int issuer) {
    try {
      ServedCheckpoint served = ServedCheckpoint.read(source, policy);
      if (proof.index() >= served.head().size()) {
        return new NotThere(proof.index(), served.head());
      }
      return find(proof.index(), proof.leaf(credential, issuer), served);
    } catch (Stopped e) {
      return e.outcome();
    } catch (IOException e) {
      return new CannotTell(CannotTell.Gap.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private SearchOutcome find(long index, LedgerLeaf issue, ServedCheckpoint served)
      throws IOException, Stopped {
    long size = served.head().size();
    ServedTiles tiles = new ServedTiles(source);
    Frontier tree = upTo(index - index % Tile.FULL, size);
    List<Event> events = new ArrayList<>();
    try {
      while (tree.size() < size) {
        for (Bytes entry :
            tiles.entries(Tile.inLevel(Tile.ENTRIES, tree.size() / Tile.FULL, size))) {
          addIfOf(issue.subject(), tree.size(), entry, events);
          tree.append(TreeHash.leaf(entry));
        }
        progress.read(tree.size(), size);
      }
    } catch (BrokenLedger e) {
      throw served.alarm(e);
    }
    if (!tree.root().equals(served.head().root())) {
      throw served.alarm(LedgerFault.UNFOUNDED, "size " + size);
    }
    events.removeIf(event -> event.index() < index);
    if (events.isEmpty() || !events.get(0).equals(new Event(index, issue))) {
      return new NotThere(index, served.head());
    }
    requirePossible(events, served);
    return new Found(
        new LedgerPlace(index, issue.at()), events.subList(1, events.size()), served.head());
  }

  private static void requirePossible(List<Event> events, ServedCheckpoint served) throws Stopped {
    for (int i = 1; i < events.size(); i++) {
      LeafKind before = events.get(i - 1).leaf().kind();
      LeafKind kind = events.get(i).leaf().kind();
      if (!mayFollow(kind, before)) {
        throw served.alarm(
            LedgerFault.IMPOSSIBLE_EVENTS,
            "entry " + events.get(i).index() + ": " + kind + " after " + before);
      }
    }
  }

  private static boolean mayFollow(LeafKind kind, LeafKind before) {
    boolean ended =
        switch (before) {
          case SUPERSEDED, REVOKED, CANCELLED -> true;
          case ISSUED, SUSPENDED, RESUMED -> false;
        };
    return !ended
        && kind != LeafKind.ISSUED
        && (kind != LeafKind.RESUMED || before == LeafKind.SUSPENDED);
  }

  /** As the tiles have it: wrong ones will not lead to the signed root. */
  private Frontier upTo(long before, long size) throws IOException {
    TileNodes nodes = new TileNodes(source, size);
    List<Digest> subtrees = new ArrayList<>();
    long from = 0;
    for (long rest = before; rest > 0; rest -= Long.highestOneBit(rest)) {
      int level = Long.numberOfTrailingZeros(Long.highestOneBit(rest));
      subtrees.add(nodes.node(level, from >>> level));
      from += Long.highestOneBit(rest);
    }
    return new Frontier(before, subtrees);
  }

  /** What is no leaf is of no certificate; a follower raises the alarm for it. */
  private static void addIfOf(Digest subject, long index, Bytes entry, List<Event> events) {
    try {
      LedgerLeaf leaf = LedgerLeaf.decode(entry);
      if (leaf.subject().equals(subject)) {
        events.add(new Event(index, leaf));
      }
    } catch (MalformedLeaf e) {
      return;
    }
  }
}
