package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.verification.freshness.Freshness;
import cn.zhixin.verification.freshness.Moment;
import cn.zhixin.verification.freshness.NodeClock;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;

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
  private final Cache<VerificationCode, AnswerEntry> local;
  private final Cache<VerificationCode, Boolean> notFound;

  public Answers(
      Freshness freshness,
      SharedAnswers shared,
      Certificates certificates,
      AnswerEntries entries,
      NodeClock clock,
      AnswerBounds bounds) {
    this.freshness = freshness;
    this.shared = shared;
    this.clock = clock;
    this.registry =
        new RegistryReads(
            certificates, entries, clock, bounds.registryTimeout(), bounds.registryReads());
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

  public Answer answer(VerificationCode code) {
    Moment began = clock.now();
    return fromCaches(code).orElseGet(() -> fromRegistry(code, began));
  }

  private Optional<Answer> fromCaches(VerificationCode code) {
    if (!freshness.holdsLease()) {
      return Optional.empty();
    }
    Optional<Answer> near = Optional.ofNullable(local.getIfPresent(code)).flatMap(this::confirmed);
    if (near.isPresent()) {
      return near;
    }
    if (notFound.getIfPresent(code) != null) {
      Optional<Instant> asOf = freshness.confirmAbsence(code);
      if (asOf.isPresent()) {
        return Optional.of(new Answer.NotFound(code, asOf.get()));
      }
    }
    Optional<AnswerEntry> far = shared.find(code);
    Optional<Answer> answer = far.flatMap(this::confirmed);
    if (answer.isPresent()) {
      far.ifPresent(entry -> local.put(code, entry));
    }
    return answer;
  }

  private Optional<Answer> confirmed(AnswerEntry entry) {
    return freshness
        .confirm(entry.code(), entry.version())
        .map(asOf -> new Answer.Found(entry, asOf));
  }

  private Answer fromRegistry(VerificationCode code, Moment began) {
    for (int round = 0; round < ROUNDS; round++) {
      Reading reading = registry.read(code);
      if (reading instanceof Reading.Failed) {
        break;
      }
      Optional<Answer> answer = accepted(code, reading, began);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return new Answer.Unconfirmed(code, clock.now().wall());
  }

  /** A read that others began before this request did shows the state of then, not of now. */
  private Optional<Answer> accepted(VerificationCode code, Reading reading, Moment began) {
    if (reading instanceof Reading.Present present) {
      AnswerEntry entry = present.entry();
      if (freshness.knowsNewer(code, entry.version())) {
        return Optional.empty();
      }
      keep(entry);
      return present.startedAt().isBefore(began)
          ? confirmed(entry)
          : Optional.of(new Answer.Found(entry, present.startedAt().wall()));
    }
    if (reading instanceof Reading.Absent absent) {
      if (absent.startedAt().isBefore(began)) {
        return Optional.empty();
      }
      if (freshness.hearsOfIssuesAfter(absent.startedAt())) {
        notFound.put(code, Boolean.TRUE);
      }
      return Optional.of(new Answer.NotFound(code, absent.startedAt().wall()));
    }
    return Optional.empty();
  }

  private void keep(AnswerEntry entry) {
    AnswerEntry before = local.getIfPresent(entry.code());
    if (before == null || before.version() < entry.version()) {
      local.put(entry.code(), entry);
      shared.put(entry);
    }
  }

  @Override
  public void close() {
    registry.close();
    shared.close();
  }
}
