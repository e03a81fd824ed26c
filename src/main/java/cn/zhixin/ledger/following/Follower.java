package cn.zhixin.ledger.following;

import cn.zhixin.ledger.following.FollowingOutcome.UpToDate;
import cn.zhixin.ledger.note.CheckpointPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Follows a ledger from where it was seen last: reads every entry that is new, makes the tree again
 * from them and compares it with what is signed and served. That the tree so made has the signed
 * root shows that the ledger continues what was seen, and that every entry is the one signed.
 */
public final class Follower {
  /** Clocks differ; an hour is no longer a difference of clocks that are set. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final LedgerSource source;
  private final CheckpointPolicy policy;
  private final Progress progress;
  private final InstantSource clock;

  /**
   * @param clock by which no entry may be dated more than an hour ahead
   */
  public Follower(
      LedgerSource source, CheckpointPolicy policy, Progress progress, InstantSource clock) {
    this.source = source;
    this.policy = policy;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * @param seen what an earlier time came to, or {@link FollowedState#start}
   */
  public FollowingOutcome follow(FollowedState seen) {
    try {
      ServedCheckpoint served = ServedCheckpoint.read(source, policy);
      requireNotBack(seen, served);
      return upToDate(seen, served);
    } catch (Stopped e) {
      return e.outcome();
    } catch (IOException e) {
      return new CannotTell(CannotTell.Gap.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private static void requireNotBack(FollowedState seen, ServedCheckpoint served) throws Stopped {
    long size = served.head().size();
    if (size < seen.size()) {
      throw served.alarm(LedgerFault.ROLLED_BACK, size + " < " + seen.size());
    }
    boolean same = size == seen.size() && seen.checkpoint().isPresent();
    if (same && !served.head().root().equals(seen.root())) {
      throw served.alarm(LedgerFault.FORKED, "size " + size);
    }
  }

  private UpToDate upToDate(FollowedState seen, ServedCheckpoint served)
      throws IOException, Stopped {
    long size = served.head().size();
    try (TilesAhead tiles = new TilesAhead(source, source.ahead(), seen.size(), size)) {
      return upToDate(seen, served, new NewEntries(tiles, seen, size, clock.instant().plus(AHEAD)));
    }
  }

  private UpToDate upToDate(FollowedState seen, ServedCheckpoint served, NewEntries entries)
      throws IOException, Stopped {
    Optional<BrokenLedger> unreadable = entries.read(progress);
    if (unreadable.isPresent() && unreadable.get().fault() == LedgerFault.MISSING) {
      throw served.alarm(unreadable.get());
    }
    if (unreadable.isPresent() || !entries.leadTo(served.head().root())) {
      Optional<BrokenLedger> difference = unreadable.or(entries::tileFault);
      throw served.alarm(new RootDifference(source, seen, served.head()).explain(difference));
    }
    Optional<BrokenLedger> broken = entries.entryFault().or(entries::tileFault);
    if (broken.isPresent()) {
      throw served.alarm(broken.get());
    }
    return new UpToDate(entries.state(served.note()), entries.counts(), served.cosigners());
  }
}
