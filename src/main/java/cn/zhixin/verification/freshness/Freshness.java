package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.StateFeed;
import cn.zhixin.certificate.VerificationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of the current versions, and until when it may rely on it.
 *
 * <p>{@link #follow} is called by one thread at a time; everything else by any.
 */
public final class Freshness {
  static final int PAGE = 1_000;

  private final FeedReader feed;
  private final NodeClock clock;
  private final FreshnessTimes times;
  private final int page;
  private final KnownVersions versions = new KnownVersions();
  private final RecentlyIssued recentlyIssued = new RecentlyIssued();

  /** Read after the snapshot, null before there was one. */
  private volatile @Nullable Moment loadedAt;

  private @Nullable ChangedPast changedPast;

  /** Written after the map, read before it. */
  private volatile @Nullable Lease lease;

  public Freshness(StateFeed feed, NodeClock clock, FreshnessTimes times) {
    this(feed, clock, times, PAGE);
  }

  /**
   * @param page entries of the feed to ask for at once
   */
  Freshness(StateFeed feed, NodeClock clock, FreshnessTimes times, int page) {
    this.feed = new FeedReader(feed, page);
    this.clock = clock;
    this.times = times;
    this.page = page;
  }

  /**
   * Loads the map the first time, then brings it up to date; each time that succeeds earns a lease.
   * Whatever the feed throws goes to the caller, and the lease stays as it was, unless the clocks
   * ended it.
   *
   * <p>Once the feed's past turned out to be changed there is no lease for this process any more:
   * what caches hold may be of a past that never was, under versions that were given again.
   */
  public void follow() {
    if (changedPast != null) {
      throw changedPast;
    }
    Lease last = lease;
    if (last != null) {
      lease = last.checkedAt(clock.now());
    }
    if (loadedAt == null) {
      load();
      if (holdsLease()) {
        return;
      }
      // a large snapshot takes longer than a lease lasts
    }
    try {
      catchUp();
    } catch (ChangedPast e) {
      lease = null;
      changedPast = e;
      throw e;
    }
  }

  private void load() {
    Moment sentAt = clock.start();
    feed.snapshot(versions::learn);
    loadedAt = clock.now();
    lease = Lease.from(sentAt, times, feed.history());
  }

  private void catchUp() {
    while (true) {
      Moment sentAt = clock.start();
      List<StateFeed.Entry> entries = feed.next();
      entries.forEach(this::learn);
      if (FreshnessRules.caughtUp(entries.size(), page)) {
        // asked for after the page: had the database been put back in between, then what caches
        // hold of before is void at once, and nothing was acknowledged in the new one before sentAt
        lease = Lease.from(sentAt, times, feed.history());
        return;
      }
    }
  }

  private void learn(StateFeed.Entry entry) {
    versions.learn(entry.code(), entry.version());
    if (entry.version() == KnownVersions.UNCHANGED) {
      recentlyIssued.add(entry.code());
    }
    feed.seen(entry);
  }

  /**
   * Whether an authentic entry of that version may be the answer to a request that has begun.
   *
   * @param history of the database when what it shows was read
   * @return as of when the answer holds, or empty if the entry must not be used
   */
  public Optional<Instant> confirm(VerificationCode code, long history, int version) {
    return confirm(code, history, version, clock.now());
  }

  /**
   * The same.
   *
   * @param now read when the request had begun; from before the last lease it confirms nothing
   */
  public Optional<Instant> confirm(VerificationCode code, long history, int version, Moment now) {
    Lease held = lease;
    int known = versions.of(code);
    return held != null && FreshnessRules.mayUse(held, now, history, version, known)
        ? Optional.of(held.sentAt().wall())
        : Optional.empty();
  }

  /**
   * Whether a cached "not found" may be the answer to a request that has begun.
   *
   * @return as of when nothing was issued under the code, or empty
   */
  public Optional<Instant> confirmAbsence(VerificationCode code) {
    Lease held = lease;
    if (recentlyIssued.contains(code)) {
      return Optional.empty();
    }
    return held != null
            && FreshnessRules.mayUse(held, clock.now(), held.history(), 1, versions.of(code))
        ? Optional.of(held.sentAt().wall())
        : Optional.empty();
  }

  /**
   * Whether this node hears of every certificate that is issued after a read which began then and
   * found none. A read that began before the map was loaded may have missed an issue of which the
   * feed will not tell any more: "not found" out of it must not be remembered.
   */
  public boolean hearsOfIssuesAfter(Moment readBegan) {
    Moment since = loadedAt;
    return since != null && !readBegan.isBefore(since);
  }

  /** Whether this node knows a newer state than that version. */
  public boolean knowsNewer(VerificationCode code, int version) {
    return versions.of(code) > version;
  }

  /** Whether answers may come from caches now. */
  public boolean holdsLease() {
    Lease held = lease;
    return held != null && held.holdsAt(clock.now());
  }

  /**
   * The database's, as of the last lease; what is read from now on is of this one or a later. Empty
   * before the first lease.
   */
  public OptionalLong history() {
    Lease last = lease;
    return last == null ? OptionalLong.empty() : OptionalLong.of(last.history());
  }

  /** The last one earned, held or not. */
  @Nullable Lease lease() {
    return lease;
  }

  /** Time since the query that earned the last lease was sent; empty before the first. */
  public Optional<Duration> leaseAge() {
    Lease held = lease;
    return held == null ? Optional.empty() : Optional.of(clock.now().sinceMonotonic(held.sentAt()));
  }

  /** How many certificates whose state changed this node knows. */
  public int changedCertificates() {
    return versions.size();
  }
}
