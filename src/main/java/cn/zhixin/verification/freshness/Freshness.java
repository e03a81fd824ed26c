package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.certificate.StateFeed;
import cn.zhixin.certificate.VerificationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this node knows of the current versions, and until when it may rely on it.
 *
 * <p>{@link #follow} is called by one thread at a time; everything else by any.
 */
public final class Freshness {
  static final int PAGE = 1_000;

  private final StateFeed feed;
  private final NodeClock clock;
  private final FreshnessTimes times;
  private final KnownVersions versions = new KnownVersions();
  private final RecentlyIssued recentlyIssued = new RecentlyIssued();

  private boolean loaded;
  private long position;

  /** Written after the map, read before it. */
  private volatile @Nullable Lease lease;

  public Freshness(StateFeed feed, NodeClock clock, FreshnessTimes times) {
    this.feed = feed;
    this.clock = clock;
    this.times = times;
  }

  /**
   * Loads the map the first time, then brings it up to date; each time that succeeds earns a lease.
   * Whatever the feed throws goes to the caller, and the lease stays as it was.
   */
  public void follow() {
    if (!loaded) {
      load();
      return;
    }
    while (true) {
      Moment sentAt = clock.start();
      List<StateFeed.Entry> entries = feed.after(position, PAGE);
      entries.forEach(this::learn);
      if (FreshnessRules.caughtUp(entries.size(), PAGE)) {
        lease = Lease.from(sentAt, times);
        return;
      }
    }
  }

  private void load() {
    Moment sentAt = clock.start();
    StateFeed.Snapshot snapshot = feed.snapshot();
    snapshot.versions().forEach(versions::learn);
    position = snapshot.position();
    loaded = true;
    lease = Lease.from(sentAt, times);
  }

  private void learn(StateFeed.Entry entry) {
    versions.learn(entry.code(), entry.version());
    if (entry.version() == KnownVersions.UNCHANGED) {
      recentlyIssued.add(entry.code());
    }
    position = Math.max(position, entry.position());
  }

  /**
   * Whether an authentic entry of that version may be the answer to a request that has begun.
   *
   * @return as of when the answer holds, or empty if the entry must not be used
   */
  public Optional<Instant> confirm(VerificationCode code, int version) {
    Lease held = lease;
    int known = versions.of(code);
    return held != null && FreshnessRules.mayUse(held, clock.now(), version, known)
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
    return held != null && FreshnessRules.mayUse(held, clock.now(), 1, versions.of(code))
        ? Optional.of(held.sentAt().wall())
        : Optional.empty();
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
