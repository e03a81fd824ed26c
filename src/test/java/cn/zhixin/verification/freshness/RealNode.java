package cn.zhixin.verification.freshness;

import cn.zhixin.certificate.FreshnessTimes;
import cn.zhixin.verification.CertificateFixture;
import cn.zhixin.verification.FakeRegistry;
import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.AnswerBounds;
import cn.zhixin.verification.answers.AnswerEntries;
import cn.zhixin.verification.answers.AnswerEntry;
import cn.zhixin.verification.answers.Answers;
import java.time.Duration;
import java.util.List;

/** The program's own {@link Freshness} and {@link Answers}, brought into a state of the walk. */
final class RealNode implements AutoCloseable {
  static final int UNCONFIRMED = -1;

  private static final FreshnessTimes TIMES =
      new FreshnessTimes(
          TickClock.TICK.multipliedBy(Rules.LEASE), TickClock.TICK.multipliedBy(Rules.MARGIN));
  private static final AnswerBounds BOUNDS =
      new AnswerBounds(Duration.ofMinutes(1), Duration.ofMinutes(1), 1, 1 << 20);
  private static final Moment LOADED = TickClock.ago(new Ago(1_000, 0));
  private static final Moment BEFORE_LOAD = TickClock.ago(new Ago(1_001, 0));

  private final ScriptedFeed feed = new ScriptedFeed();
  private final TickClock clock = new TickClock(true);
  private final TickClock readersClock = new TickClock(false);
  private final OfferedEntries cache = new OfferedEntries();
  private final FakeRegistry registry = new FakeRegistry();
  private final Freshness freshness;
  private final Answers answers;
  private boolean pastChanged;

  RealNode(int page) {
    freshness = new Freshness(feed, clock, TIMES, page);
    answers =
        new Answers(
            freshness,
            cache,
            registry,
            new AnswerEntries(c -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS),
            readersClock,
            BOUNDS);
  }

  /**
   * @param heard with the lease as the node sees it
   */
  void load(Heard heard) {
    if (!heard.isLoaded()) {
      return;
    }
    // what is not in the answer of the feed any more needs a position, and which makes no
    // difference
    Ago lease = heard.pastChanged() ? Ago.NOW : heard.lease();
    isOf(heard.history());
    clock.started = TickClock.ago(lease);
    clock.now = clock.started;
    feed.say(1, heard.known() > 1 ? List.of(heard.known()) : List.of());
    freshness.follow();
    if (heard.ofIssue()) {
      feed.say(List.of(1));
      clock.started = TickClock.ago(lease);
      freshness.follow();
    }
    if (heard.pastChanged()) {
      findsAnotherPast(Ago.NOW);
    }
    clock.started = TickClock.NOW;
    clock.now = TickClock.NOW;
  }

  /** The database says so from now on. */
  void isOf(int history) {
    feed.history = history + 1;
  }

  void findsAnotherPast(Ago sent) {
    feed.sayAnotherPast();
    follow(sent);
  }

  /** The node's first snapshot. */
  void loads(Ago sent, int position, int version) {
    feed.say(position, version > 1 ? List.of(version) : List.of());
    follow(sent);
  }

  void reads(Ago sent, List<Integer> page) {
    feed.say(page);
    follow(sent);
  }

  private void follow(Ago sent) {
    clock.now = TickClock.NOW;
    clock.started = TickClock.ago(sent);
    try {
      freshness.follow();
    } catch (IllegalStateException lost) {
      // the query after a full page, or after a snapshot that took too long, is another move
    } catch (ChangedPast e) {
      pastChanged = true;
    }
  }

  /** All but the position, which is the feed's. */
  Heard heard() {
    Lease lease = freshness.lease();
    return new Heard(
        lease == null ? Ago.LONG : TickClock.age(lease.sentAt()),
        (int) freshness.history().orElse(0) - 1,
        0,
        false,
        known(),
        false,
        pastChanged);
  }

  private int known() {
    int known = 1;
    while (freshness.knowsNewer(ScriptedFeed.ASKED_FOR, known)) {
      known++;
    }
    return known;
  }

  /** What it answers when a cache has an entry of that version and the registry is gone. */
  int answerFromCache(int version, int history) {
    cache.offer(entry(version, history));
    registry.registryBroken = true;
    return version(answers.answer(ScriptedFeed.ASKED_FOR));
  }

  /**
   * What it answers out of a read that saw that version, 0 for none.
   *
   * @param heard by the end of the read
   * @param history known at its begin
   */
  int answerFromRead(Heard heard, int history, int version, boolean older) {
    Heard before = heard.history() == history ? heard : heard.under(history);
    load(before);
    registry.duringRead =
        () -> {
          // one more read, if the node wants it, is another move
          registry.registryBroken = true;
          hearsMore(before, heard);
        };
    Moment now = TickClock.NOW;
    readersClock.now = now;
    readersClock.started = new Moment(now.nanos() + (older ? -1 : 1), now.wall());
    hold(version);
    return version(answers.answer(ScriptedFeed.ASKED_FOR));
  }

  private void hearsMore(Heard before, Heard after) {
    if (!before.isLoaded()) {
      load(after);
    } else if (after.pastChanged() && !before.pastChanged()) {
      findsAnotherPast(Ago.NOW);
    } else if (before.history() != after.history()) {
      isOf(after.history());
      reads(after.lease(), List.of());
    }
  }

  /** The history that an entry carries if the database was put back and its node heard of it. */
  static int historyOfWhatItReadWhileTheDatabaseWasPutBack() {
    try (RealNode real = new RealNode(2)) {
      real.answerFromRead(new Heard(Ago.NOW, 1, 1, false, 1, false, false), 0, 1, false);
      return (int) real.cache.lastPut().history() - 1;
    }
  }

  /** Finds nothing in the registry, with a map loaded before that or after it. */
  private void findsNothing(boolean beforeLoad) {
    if (!beforeLoad) {
      loadsAt(LOADED);
    }
    readersClock.started = beforeLoad ? BEFORE_LOAD : TickClock.NOW;
    readersClock.now = readersClock.started;
    clock.now = TickClock.NOW;
    answers.answer(ScriptedFeed.ASKED_FOR);
    registry.registryBroken = true;
    if (beforeLoad) {
      loadsAt(TickClock.NOW);
    }
  }

  private void loadsAt(Moment moment) {
    clock.started = moment;
    clock.now = moment;
    feed.say(0, List.of());
    freshness.follow();
  }

  /** Whether "not found" is remembered from a read that began before the map was loaded. */
  static boolean remembersWhatItFoundBeforeItsLoad() {
    try (RealNode real = new RealNode(2)) {
      real.findsNothing(true);
      return version(real.answers.answer(ScriptedFeed.ASKED_FOR)) == 0;
    }
  }

  /**
   * What it answers when it remembers that it found nothing.
   *
   * @param learnt from the feed since then
   */
  static int answerFromMemory(Ago lease, List<Integer> learnt) {
    try (RealNode real = new RealNode(2)) {
      real.findsNothing(false);
      learnt.forEach(version -> real.reads(lease, List.of(version)));
      real.reads(lease, List.of());
      return version(real.answers.answer(ScriptedFeed.ASKED_FOR));
    }
  }

  private AnswerEntry entry(int version, int history) {
    if (version == 0) {
      throw new IllegalArgumentException("no cache but the process's own keeps \"not found\"");
    }
    try (RealNode other = new RealNode(2)) {
      other.isOf(history);
      other.loadsAt(TickClock.NOW);
      other.hold(version);
      other.answers.answer(ScriptedFeed.ASKED_FOR);
      return other.cache.lastPut();
    }
  }

  private void hold(int version) {
    if (version > 0) {
      registry.overwrite(OfferedEntries.CERTIFICATES.get(version - 1));
    }
  }

  private static int version(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.entry().version();
    }
    return answer instanceof Answer.NotFound ? 0 : UNCONFIRMED;
  }

  @Override
  public void close() {
    answers.close();
  }
}
