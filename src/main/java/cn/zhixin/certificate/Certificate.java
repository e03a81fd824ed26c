package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import cn.zhixin.ledger.LedgerPlace;
import cn.zhixin.ledger.Salt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One certificate as the registry holds it.
 *
 * @param edition 1 for the first issue of a result, one more for each correction
 * @param credential the COSE_Sign1 bytes, fixed with number and code in one transaction
 * @param salt of its entries in the public ledger; known to whoever has the certificate
 * @param ledgerPlace of its issue in the public ledger; null until it was entered
 * @param document the released PDF; null until issued
 * @param events oldest first; empty until issued
 * @param predecessor the certificate this one corrects
 * @param successor the certificate that replaced this one
 */
public record Certificate(
    VerificationCode code,
    CertificateNumber number,
    int edition,
    TitleResult result,
    LocalDate issuedOn,
    Bytes credential,
    Salt salt,
    @Nullable LedgerPlace ledgerPlace,
    @Nullable ReleasedDocument document,
    List<CertificateEvent> events,
    @Nullable VerificationCode predecessor,
    @Nullable VerificationCode successor) {
  public Certificate {
    events = List.copyOf(events);
  }

  /** The same with what happened to it and what was released. */
  Certificate with(@Nullable ReleasedDocument released, List<CertificateEvent> happened) {
    return new Certificate(
        code,
        number,
        edition,
        result,
        issuedOn,
        credential,
        salt,
        ledgerPlace,
        released,
        happened,
        predecessor,
        successor);
  }

  /** The same, entered in the public ledger. */
  Certificate at(LedgerPlace place) {
    return new Certificate(
        code,
        number,
        edition,
        result,
        issuedOn,
        credential,
        salt,
        place,
        document,
        events,
        predecessor,
        successor);
  }

  /** SHA-256 of the released PDF; null until issued. */
  public @Nullable Digest documentDigest() {
    return document == null ? null : document.digest();
  }

  /** By what the public ledger knows the certificate. */
  Digest ledgerSubject() {
    return salt.subject(credential);
  }

  /** Whether the certificate was released: before that nobody may learn of it. */
  public boolean isIssued() {
    return !events.isEmpty();
  }

  /**
   * What the certificate is worth now.
   *
   * @throws IllegalStateException before it is issued
   * @throws RegistryContradiction if its events cannot have followed on one another
   */
  public CertificateState state() {
    return CertificateLife.state(number, events);
  }

  /** Version of the state; 0 until issued. */
  public int version() {
    return events.isEmpty() ? 0 : events.get(events.size() - 1).version();
  }

  /**
   * When the last event happened; the moment of issue for a certificate that nothing happened to.
   */
  public Instant changedAt() {
    return events.get(events.size() - 1).at();
  }
}
