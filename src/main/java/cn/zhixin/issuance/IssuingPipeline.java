package cn.zhixin.issuance;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.CertificateState;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.DocumentRelease;
import cn.zhixin.certificate.Registration;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.document.ContentRefused;
import cn.zhixin.document.RenderedDocument;
import cn.zhixin.encoding.Bytes;
import cn.zhixin.issuance.ChunkClaims.Chunk;
import cn.zhixin.issuance.ChunkClaims.ChunkWork;
import cn.zhixin.ledger.Ledger;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.LedgerUnavailable;
import cn.zhixin.ledger.PublishedCheckpoint;
import cn.zhixin.storage.PackWriter;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * From a chunk's results to issued certificates, steps 5 to 11 of {@code
 * src/docs/issuance-cycle.md}. One per thread.
 *
 * <p>Every step may be repeated: what an earlier try made durable is taken as it is.
 */
final class IssuingPipeline implements ChunkWork {
  private static final int LONGEST_LYING_DAYS = 7;

  /** What verifiers bear ({@code src/docs/format.md}, Proof). */
  private static final int LONGEST_UNENTERED_DAYS = 8;

  private final Certificates certificates;
  private final IssuingKeys keys;
  private final Ledger ledger;
  private final CertificateDrawing drawing;
  private final DocumentStore store;
  private final Clock clock;

  IssuingPipeline(
      Certificates certificates,
      IssuingKeys keys,
      Ledger ledger,
      CertificateDrawing drawing,
      DocumentStore store,
      Clock clock) {
    this.certificates = certificates;
    this.keys = keys;
    this.ledger = ledger;
    this.drawing = drawing;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public List<RowOutcome> issue(Chunk chunk) throws IOException, IssuingFailed {
    List<Registration> registrations = register(chunk);
    List<Certificate> unreleased =
        registrations.stream()
            .filter(registration -> !(registration instanceof Registration.Conflicting))
            .map(Registration::certificate)
            .filter(certificate -> !certificate.isIssued())
            .distinct()
            .toList();
    return outcomes(chunk, registrations, release(chunk, unreleased));
  }

  private List<Registration> register(Chunk chunk) {
    if (chunk.rows().stream().allMatch(row -> row.correction() == null)) {
      return certificates.register(
          chunk.rows().stream().map(BatchRow::result).toList(),
          dayOfIssue(chunk.batch()),
          keys.credentialSigner());
    }
    return chunk.rows().stream().map(row -> registerCorrection(chunk.batch(), row)).toList();
  }

  /**
   * The day the batch was ordered. Not of one that was left lying for long: a day of issue long
   * before the entry in the public ledger is what a backdated certificate has.
   */
  private LocalDate dayOfIssue(Batch batch) {
    LocalDate today = LocalDate.now(clock);
    return batch.issuedOn().isBefore(today.minusDays(LONGEST_LYING_DAYS))
        ? today
        : batch.issuedOn();
  }

  private Registration registerCorrection(Batch batch, BatchRow row) {
    CorrectionOrder order =
        Objects.requireNonNull(row.correction(), "a batch holds first issues or corrections only");
    Certificate predecessor =
        certificates
            .find(order.predecessor())
            .orElseThrow(() -> new IllegalStateException("a correction's predecessor is there"));
    CertificateState state = predecessor.state();
    if (state != CertificateState.VALID && state != CertificateState.SUPERSEDED) {
      // it was revoked, say, after the correction was ordered: the order is void, not pending
      return new Registration.Conflicting(predecessor);
    }
    return certificates.registerCorrection(
        order.predecessor(),
        row.result(),
        dayOfIssue(batch),
        keys.credentialSigner(),
        batch.actor(),
        order.reason(),
        order.ground());
  }

  private List<Certificate> release(Chunk chunk, List<Certificate> unreleased)
      throws IOException, IssuingFailed {
    if (unreleased.isEmpty()) {
      return List.of();
    }
    Batch batch = chunk.batch();
    Ledger.Prover prover = ledger.prover(publish());
    Instant at = clock.instant();
    List<DocumentRelease> releases;
    try (PackWriter pack = store.pack(batch.id(), chunk.number());
        ChunkFiles files = new ChunkFiles(pack, keys)) {
      // now each has its place in the ledger
      for (Certificate certificate : certificates.placed(unreleased)) {
        files.add(certificate, draw(batch, certificate, at, prover));
      }
      releases = files.finish();
      pack.finish();
    }
    return certificates.release(releases, clock.instant(), batch.actor());
  }

  private PublishedCheckpoint publish() throws IssuingFailed {
    try {
      return ledger.publish();
    } catch (LedgerUnavailable e) {
      throw new IssuingFailed("nothing is issued while the public ledger cannot enter it", e);
    }
  }

  private RenderedDocument draw(
      Batch batch, Certificate certificate, Instant at, Ledger.Prover prover)
      throws IOException, IssuingFailed {
    LedgerPlace place =
        Objects.requireNonNull(certificate.ledgerPlace(), "published without a place");
    requireTimely(certificate, place);
    Bytes proof = prover.prove(certificate.salt(), place).encoded();
    try {
      return drawing.draw(certificate, batch.template(), at, proof);
    } catch (ContentRefused e) {
      // every row was drawn once before the batch was opened; fonts or template changed since
      throw new IssuingFailed(
          "certificate " + certificate.number() + " cannot be drawn: " + e.refusal().field(), e);
    }
  }

  /** Verifiers call a certificate backdated whose day of issue is long before its entry. */
  private void requireTimely(Certificate certificate, LedgerPlace place) throws IssuingFailed {
    LocalDate entered = LocalDate.ofInstant(place.at(), clock.getZone());
    if (certificate.issuedOn().isBefore(entered.minusDays(LONGEST_UNENTERED_DAYS))) {
      throw new IssuingFailed(
          "certificate "
              + certificate.number()
              + " of "
              + certificate.issuedOn()
              + " came into the public ledger on "
              + entered
              + " only: it would be called backdated",
          null);
    }
  }

  private List<RowOutcome> outcomes(
      Chunk chunk, List<Registration> registrations, List<Certificate> released) {
    Map<VerificationCode, Certificate> now = new HashMap<>();
    released.forEach(certificate -> now.put(certificate.code(), certificate));
    certificates
        .findAll(
            registrations.stream()
                .map(one -> one.certificate().code())
                .filter(code -> !now.containsKey(code))
                .toList())
        .forEach(certificate -> now.put(certificate.code(), certificate));
    List<RowOutcome> outcomes = new ArrayList<>();
    for (int index = 0; index < registrations.size(); index++) {
      Registration registration = registrations.get(index);
      Certificate certificate =
          Objects.requireNonNull(now.get(registration.certificate().code()), "registered and gone");
      outcomes.add(
          new RowOutcome(
              chunk.rows().get(index).sheetRow(),
              kindOf(chunk.batch(), registration, certificate),
              certificate));
    }
    return outcomes;
  }

  private static RowOutcome.Kind kindOf(
      Batch batch, Registration registration, Certificate certificate) {
    if (registration instanceof Registration.Conflicting) {
      return RowOutcome.Kind.CONFLICTING;
    }
    Instant issued = certificate.events().get(0).at();
    return issued.isBefore(batch.createdAt())
        ? RowOutcome.Kind.ALREADY_ISSUED
        : RowOutcome.Kind.ISSUED;
  }
}
