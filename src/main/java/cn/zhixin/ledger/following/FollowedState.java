package cn.zhixin.ledger.following;

import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.merkle.Frontier;
import cn.zhixin.ledger.note.SignedNote;
import cn.zhixin.ledger.tile.Tile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a ledger was followed and found right.
 *
 * @param size entries
 * @param subtrees of the tree of that size ({@link Frontier#subtrees})
 * @param lastEntry time of the last entry; none if there is no entry
 * @param checkpoint the last that was trusted; none before the first
 */
public record FollowedState(
    long size,
    List<Digest> subtrees,
    Optional<Instant> lastEntry,
    Optional<SignedNote> checkpoint) {
  public FollowedState {
    subtrees = List.copyOf(subtrees);
    if (subtrees.size() != Long.bitCount(size) || (size > 0 && checkpoint.isEmpty())) {
      throw new IllegalArgumentException(
          "a state of " + size + " has all subtrees and a checkpoint");
    }
  }

  /** Before anything was seen: the whole ledger will be read. */
  public static FollowedState start() {
    return new FollowedState(0, List.of(), Optional.empty(), Optional.empty());
  }

  public Digest root() {
    return new Frontier(size, subtrees).root();
  }

  /** What is needed to read the last, unfinished bundle again: the tree before it. */
  Frontier beforeBundle() {
    long whole = size - size % Tile.FULL;
    return new Frontier(whole, subtrees.subList(0, Long.bitCount(whole)));
  }

  /**
   * The subtrees that are made of hashes of this level's last, unfinished tile: the frontier over
   * just those hashes.
   */
  List<Digest> subtreesInTile(int level) {
    long hashes = size >>> level * Tile.HEIGHT;
    int before = Long.bitCount(hashes >>> Tile.HEIGHT);
    return subtrees.subList(before, before + Long.bitCount(hashes % Tile.FULL));
  }
}
