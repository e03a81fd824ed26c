package cn.zhixin.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The registry of all certificates. Every method is one transaction and safe for all threads, and
 * throws {@link RegistryContradiction} for a certificate whose events are not its entries in the
 * public ledger.
 */
public interface Certificates {
  /** Reads from the primary. A certificate that is registered but not yet issued is found too. */
  Optional<Certificate> find(VerificationCode code);

  Optional<Certificate> find(CertificateNumber number);

  /** Those of the codes that exist. */
  List<Certificate> findAll(Collection<VerificationCode> codes);

  /** Those of the numbers that exist. */
  List<Certificate> findNumbered(Collection<CertificateNumber> numbers);

  /**
   * Fixes number, code and credential of each result, all or none.
   *
   * @return one per result, in their order
   */
  List<Registration> register(
      List<TitleResult> results, LocalDate issuedOn, CredentialSigner signer);

  /**
   * What {@link #register} would find issued already; nothing is registered. An answer that is not
   * empty stays right: of an issued certificate no second is made.
   *
   * @return one per result, in their order: {@code AlreadyRegistered} or {@code Conflicting} with a
   *     certificate that is issued, empty for a result that needs to be registered or released
   */
  List<Optional<Registration>> issuedBefore(List<TitleResult> results);

  /**
   * Registers the corrected result as the next edition of an issued certificate. The old one stays
   * what it is until {@link #release} of the new one supersedes it in the same transaction. Asked
   * again with the same result, it gives the edition already registered.
   *
   * @throws IllegalArgumentException if the predecessor is unknown or not {@code VALID}
   */
  Registration registerCorrection(
      VerificationCode predecessor,
      TitleResult corrected,
      LocalDate issuedOn,
      CredentialSigner signer,
      String actor,
      String reason,
      String ground);

  /**
   * Registered certificates with their places in the public ledger, which they have once it was
   * published; all else of them can not have changed.
   *
   * @return in the same order
   */
  List<Certificate> placed(List<Certificate> registered);

  /**
   * Moves registered certificates to issued; each gets its {@code ISSUED} event, and a corrected
   * predecessor its {@code SUPERSEDED}. The document's digest is set once: a certificate that was
   * issued before keeps its own.
   *
   * @return the certificates as they are now, in the order of the releases
   */
  List<Certificate> release(List<DocumentRelease> releases, Instant at, String actor);

  ChangeOutcome change(ChangeRequest request, Instant at);
}
