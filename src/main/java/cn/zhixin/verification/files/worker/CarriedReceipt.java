package cn.zhixin.verification.files.worker;

import cn.zhixin.verification.offline.Reason;
import cn.zhixin.verification.receipts.Receipt;
import java.time.Instant;
import java.util.Optional;

/** The file is a receipt of an earlier answer, or presents itself as one. */
public sealed interface CarriedReceipt extends WorkerAnswer {
  /**
   * Signed by a key for receipts that this service trusts, and unaltered.
   *
   * @param key that signed it; hexadecimal
   * @param signedAt by a time stamp; empty where nobody but the signer says when
   */
  record Genuine(Receipt receipt, String key, Optional<Instant> signedAt)
      implements CarriedReceipt {}

  /**
   * Altered, or signed by somebody else.
   *
   * @param unknownSigner whether nothing is wrong but that no trusted key signed it
   */
  record Refused(boolean unknownSigner, Reason reason) implements CarriedReceipt {}
}
