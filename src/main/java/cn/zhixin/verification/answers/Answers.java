package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.answers.AnswerMeters.Tier;
import cn.zhixin.verification.freshness.Freshness;
import cn.zhixin.verification.freshness.Moment;
import cn.zhixin.verification.freshness.NodeClock;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a verification code stands for, fast when it may and truthful always: never {@code
 * VALID} once a revocation was acknowledged, never "not found" because something is broken. Safe
 * for all threads.
 */
public final class Answers implements AutoCloseable {
  /** One more than joining a read that began too early, and one for a change during the read. */
  private static final int ROUNDS = 3;

  private static final int MOST_NOT_FOUND = 100_000;

  private final Freshness freshness;
  private final SharedAnswers shared;
  private final NodeClock clock;
  private final RegistryReads registry;
  private final AnswerMeters meters;
  private final boolean remembers;
  private final Cache<VerificationCode, AnswerEntry> local;
  private final Cache<VerificationCode, Boolean> notFound;

  public Answers(
      Freshness freshness,
      SharedAnswers shared,
      Certificates certificates,
      AnswerEntries entries,
      NodeClock clock,
      AnswerBounds bounds) {
    this(
        freshness,
        shared,
        certificates,
        entries,
        clock,
        bounds,
        new AnswerMeters(new SimpleMeterRegistry()));
  }

  public Answers(
      Freshness freshness,
      SharedAnswers shared,
      Certificates certificates,
      AnswerEntries entries,
      NodeClock clock,
      AnswerBounds bounds,
      AnswerMeters meters) {
    this.freshness = freshness;
    this.meters = meters;
    this.remembers = bounds.localBytes() > 0;
    this.shared = shared;
    this.clock = clock;
    this.registry =
        new RegistryReads(
            certificates,
            entries,
            clock,
            () -> freshness.history().orElse(AnswerEntry.NO_HISTORY),
            bounds.registryTimeout(),
            bounds.registryReads());
    this.local =
        Caffeine.newBuilder()
            .maximumWeight(bounds.localBytes())
            .weigher((VerificationCode code, AnswerEntry entry) -> entry.size())
            .build();
    this.notFound =
        Caffeine.newBuilder()
            .maximumSize(MOST_NOT_FOUND)
            .expireAfterWrite(bounds.notFoundKept())
            .build();
  }

  /** Waits for the answer, for the registry's timeout at most a few times over. */
  public Answer answer(VerificationCode code) {
    try {
      return ask(code).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Unconfirmed(code, clock.now().wall());
    } catch (ExecutionException e) {
      throw new IllegalStateException("the way to an answer is broken", e);
    }
  }

  /**
   * The answer if this node's memory has it; never waits.
   *
   * @param came of {@link System#nanoTime}, read when the request had come
   */
  public @Nullable Answer atHand(VerificationCode code, long came) {
    return atHand(code, clock.afterReading(came));
  }

  private @Nullable Answer atHand(VerificationCode code, Moment now) {
    AnswerEntry entry = local.getIfPresent(code);
    if (entry != null) {
      Answer found = confirmed(entry, now);
      return found == null ? null : meters.count(found, Tier.LOCAL);
    }
    if (notFound.getIfPresent(code) != null) {
      Optional<Instant> asOf = freshness.confirmAbsence(code);
      if (asOf.isPresent()) {
        return meters.count(new Answer.NotFound(code, asOf.get()), Tier.LOCAL);
      }
    }
    return null;
  }

  /**
   * The answer, from wherever it may be taken; nobody waits.
   *
   * @return completed by any thread; whoever goes on with work that takes long goes on elsewhere
   */
  public CompletableFuture<Answer> ask(VerificationCode code) {
    Moment began = clock.now();
    if (!freshness.holdsLease()) {
      return fromRegistry(code, began, 1);
    }
    Answer near = atHand(code, began);
    if (near != null) {
      return CompletableFuture.completedFuture(near);
    }
    return shared
        .seek(code)
        .thenCompose(
            far -> {
              Answer found = far.isPresent() ? confirmed(far.get(), clock.now()) : null;
              if (found == null) {
                return fromRegistry(code, began, 1);
              }
              remember(far.get());
              return CompletableFuture.completedFuture(meters.count(found, Tier.REDIS));
            });
  }

  private @Nullable Answer confirmed(AnswerEntry entry, Moment now) {
    Optional<Instant> asOf = freshness.confirm(entry.code(), entry.history(), entry.version(), now);
    return asOf.isPresent() ? new Answer.Found(entry, asOf.get()) : null;
  }

  private CompletableFuture<Answer> fromRegistry(VerificationCode code, Moment began, int round) {
    return registry
        .read(code)
        .thenCompose(
            reading -> {
              Answer answer = accepted(code, reading, began);
              if (answer != null) {
                return CompletableFuture.completedFuture(meters.count(answer, Tier.REGISTRY));
              }
              if (round < ROUNDS && !(reading instanceof Reading.Failed)) {
                return fromRegistry(code, began, round + 1);
              }
              Answer unconfirmed = new Answer.Unconfirmed(code, clock.now().wall());
              return CompletableFuture.completedFuture(meters.count(unconfirmed, Tier.NONE));
            });
  }

  /** A read that others began before this request did shows the state of then, not of now. */
  private @Nullable Answer accepted(VerificationCode code, Reading reading, Moment began) {
    if (reading instanceof Reading.Present present) {
      AnswerEntry entry = present.entry();
      if (freshness.knowsNewer(code, entry.version())) {
        return null;
      }
      keep(entry);
      return present.startedAt().isBefore(began)
          ? confirmed(entry, clock.now())
          : new Answer.Found(entry, present.startedAt().wall());
    }
    if (reading instanceof Reading.Absent absent) {
      if (absent.startedAt().isBefore(began)) {
        return null;
      }
      if (freshness.hearsOfIssuesAfter(absent.startedAt())) {
        notFound.put(code, Boolean.TRUE);
      }
      return new Answer.NotFound(code, absent.startedAt().wall());
    }
    return null;
  }

  private void keep(AnswerEntry entry) {
    if (entry.history() == AnswerEntry.NO_HISTORY) {
      return;
    }
    AnswerEntry before = local.getIfPresent(entry.code());
    if (before == null
        || before.history() != entry.history()
        || before.version() < entry.version()) {
      remember(entry);
      shared.put(entry);
    }
  }

  private void remember(AnswerEntry entry) {
    if (remembers) {
      local.put(entry.code(), entry);
    }
  }

  @Override
  public void close() {
    registry.close();
    shared.close();
  }
}
