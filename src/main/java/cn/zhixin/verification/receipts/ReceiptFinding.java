package cn.zhixin.verification.receipts;

import cn.zhixin.signing.VerificationKey;
import cn.zhixin.verification.Wording;
import java.time.Instant;
import java.util.Optional;

/** What became of verifying a receipt, in the three ways of ETSI EN 319 102-1 §5.1.3. */
public sealed interface ReceiptFinding {
  /**
   * A trusted key signed it and it is unaltered.
   *
   * @param signedAt by a time stamp; empty where nobody but the signer says when
   */
  record Genuine(Receipt receipt, VerificationKey key, Optional<Instant> signedAt)
      implements ReceiptFinding {}

  /** Altered, or never a receipt of whom it names. */
  record NotGenuine(String code, Wording sentence) implements ReceiptFinding {}

  /**
   * Something is missing to tell, such as a trusted key.
   *
   * @param stampedBy an authority of time stamps that is missing among the trusted
   */
  record CannotTell(String code, Wording sentence, Optional<String> stampedBy)
      implements ReceiptFinding {}

  /** The file is no receipt at all: something else may verify it. */
  record NotAReceipt() implements ReceiptFinding {}
}
