package cn.zhixin.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The registry in PostgreSQL.
 *
 * <p>A method joins the caller's transaction if there is one, and is one of its own otherwise. It
 * needs READ COMMITTED, the database's default: what is read under a lock must show what the one
 * who held it before has committed.
 */
final class JdbcCertificates implements Certificates {
  /** More would hold too many locks at once. */
  private static final int MAX_CHUNK = 1000;

  private final TransactionOperations transactions;
  private final CertificateReading reading;
  private final EnteredIssues entered;
  private final Registrations registrations;
  private final Releases releases;
  private final StateEvents events;
  private final RegistryLocks locks;

  JdbcCertificates(
      TransactionOperations transactions,
      CertificateReading reading,
      EnteredIssues entered,
      Registrations registrations,
      Releases releases,
      StateEvents events,
      RegistryLocks locks) {
    this.transactions = transactions;
    this.reading = reading;
    this.entered = entered;
    this.registrations = registrations;
    this.releases = releases;
    this.events = events;
    this.locks = locks;
  }

  @Override
  public Optional<Certificate> find(VerificationCode code) {
    return reading.find(code);
  }

  @Override
  public Optional<Certificate> find(CertificateNumber number) {
    return reading.find(number);
  }

  @Override
  public List<Certificate> findAll(Collection<VerificationCode> codes) {
    return reading.findAll(codes);
  }

  @Override
  public List<Certificate> findNumbered(Collection<CertificateNumber> numbers) {
    return reading.findNumbered(numbers);
  }

  @Override
  public List<Registration> register(
      List<TitleResult> results, LocalDate issuedOn, CredentialSigner signer) {
    requireChunk(results.size());
    return inTransaction(() -> registrations.register(results, issuedOn, signer));
  }

  @Override
  public List<Optional<Registration>> issuedBefore(List<TitleResult> results) {
    requireChunk(results.size());
    return inTransaction(() -> registrations.issuedBefore(results));
  }

  @Override
  public Registration registerCorrection(
      VerificationCode predecessor,
      TitleResult corrected,
      LocalDate issuedOn,
      CredentialSigner signer,
      String actor,
      String reason,
      String ground) {
    Correction correction = new Correction(predecessor, actor, reason, ground);
    return inTransaction(
        () -> registrations.registerCorrection(correction, corrected, issuedOn, signer));
  }

  @Override
  public List<Certificate> placed(List<Certificate> registered) {
    return entered.placed(registered);
  }

  @Override
  public List<Certificate> release(List<DocumentRelease> finished, Instant at, String actor) {
    requireChunk(finished.size());
    return inTransaction(() -> releases.release(finished, storable(at), actor));
  }

  @Override
  public ChangeOutcome change(ChangeRequest request, Instant at) {
    return inTransaction(() -> changeLocked(request, storable(at)));
  }

  private ChangeOutcome changeLocked(ChangeRequest request, Instant at) {
    Map<VerificationCode, Long> ids = locks.lockCertificates(Set.of(request.code()));
    Optional<Certificate> found = reading.find(request.code()).filter(Certificate::isIssued);
    if (found.isEmpty()) {
      return new ChangeOutcome.Unknown();
    }
    Certificate certificate = found.get();
    CertificateState from = certificate.state();
    return switch (CertificateLife.effect(from, request.kind())) {
      case NOTHING -> new ChangeOutcome.Unchanged(certificate);
      case IMPOSSIBLE -> new ChangeOutcome.Refused(certificate, from);
      case CHANGES -> {
        long id = Objects.requireNonNull(ids.get(request.code()));
        events.append(List.of(event(request, id, certificate, at)));
        yield new ChangeOutcome.Changed(reading.find(request.code()).orElseThrow());
      }
    };
  }

  private static NewEvent event(
      ChangeRequest request, long id, Certificate certificate, Instant at) {
    return new NewEvent(
        id,
        certificate,
        certificate.version() + 1,
        request.kind(),
        at,
        request.actor(),
        request.reason(),
        request.ground(),
        null,
        null);
  }

  /** The database keeps microseconds. */
  private static Instant storable(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS);
  }

  private static void requireChunk(int size) {
    if (size > MAX_CHUNK) {
      throw new IllegalArgumentException(
          "at most " + MAX_CHUNK + " certificates at once, not " + size);
    }
  }

  private <T> T inTransaction(Supplier<T> step) {
    return Objects.requireNonNull(transactions.execute(status -> step.get()));
  }
}
