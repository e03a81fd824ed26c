package cn.zhixin.verification.files.worker;

import cn.zhixin.signing.SignatureLevel;
import cn.zhixin.verification.offline.LedgerEntry;
import cn.zhixin.verification.offline.Reason;
import java.time.Instant;

/** What the strict verification of a certificate's file found. */
public sealed interface StrictFinding {
  /**
   * Built, signed, entered in the ledger and readable as a certificate is.
   *
   * @param key that signed the credential; hexadecimal
   * @param keyEnds last moment of that key's validity
   * @param signedAt by the time stamp; for level B-B, when it was verified
   */
  record Proven(
      String key, Instant keyEnds, SignatureLevel level, Instant signedAt, LedgerEntry ledger)
      implements StrictFinding {}

  /** Not what an issuer signed. */
  record Disproved(Reason reason) implements StrictFinding {}

  /** Something is missing to tell, such as the key of an authority that is trusted no more. */
  record Untold(Reason reason) implements StrictFinding {}

  /** A picture is signed by nobody. */
  record NotADocument() implements StrictFinding {}
}
