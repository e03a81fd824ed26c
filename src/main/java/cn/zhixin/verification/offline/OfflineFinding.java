package cn.zhixin.verification.offline;

import cn.zhixin.certificate.CredentialClaims;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.signing.VerificationKey;
import cn.zhixin.verification.receipts.ReceiptFinding;
import java.time.Instant;
import java.util.Optional;

/** What offline verification found, in the three ways of ETSI EN 319 102-1 §5.1.3. */
public sealed interface OfflineFinding {
  /**
   * Signed by a trusted issuer and unaltered; whether it was revoked since is not known.
   *
   * @param page address of the online answer, as a signed file says it; empty for a QR's text alone
   * @param unsigned where a QR's text says that it leads, if it came alone
   * @param key that signed the credential
   * @param file how the file was signed, if it was a file
   * @param ledger the entry in the public ledger; empty for a QR's text if no ledger is
   *     trusted
   */
  record Genuine(
      String page,
      Optional<UnsignedLead> unsigned,
      CredentialClaims claims,
      VerificationKey key,
      Optional<FileSignature> file,
      Optional<LedgerEntry> ledger)
      implements OfflineFinding {}

  /** A receipt of an earlier answer, signed by a trusted key and unaltered. */
  record GenuineReceipt(ReceiptFinding.Genuine receipt) implements OfflineFinding {}

  /** Not what an issuer signed. */
  record NotGenuine(Reason reason) implements OfflineFinding {}

  /**
   * Something is missing to tell.
   *
   * @param stampedBy an authority of time stamps that is missing among the trusted, as it names
   *     itself
   */
  record CannotTell(Reason reason, Optional<String> stampedBy) implements OfflineFinding {
    CannotTell(Reason reason) {
      this(reason, Optional.empty());
    }
  }

  /**
   * What stands before the {@code #} of a QR's text: the credential covers neither, and holds
   * nothing to compare them with. Whoever copies a credential may put any other there.
   */
  record UnsignedLead(String host, VerificationCode code) {}

  /**
   * The signature of a file.
   *
   * @param time by its time stamp for B-T; for B-B the moment of this verification
   */
  record FileSignature(SignatureLevel level, Instant time) {}
}
