package cn.zhixin.verification.files;

import cn.zhixin.verification.answers.Answer;
import cn.zhixin.verification.answers.CertificateFacts;
import cn.zhixin.verification.files.worker.FileFault;
import cn.zhixin.verification.files.worker.StrictFinding;
import cn.zhixin.verification.offline.Reason;
import cn.zhixin.verification.receipts.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a file turned out to be. */
public sealed interface FileResult {
  /**
   * Byte for byte the file that was released; its worth is the certificate's.
   *
   * @param strict what its own signatures showed
   */
  record AsIssued(Answer.Found answer, StrictFinding strict) implements FileResult {}

  /**
   * Not the file that was released, though it presents itself as one or contradicts the registry.
   *
   * @param strict what its own signatures showed
   * @param compared the registry's fields beside the file's
   */
  record Altered(
      Answer.Found registry, boolean picture, StrictFinding strict, List<ComparedField> compared)
      implements FileResult {
    public Altered {
      compared = List.copyOf(compared);
    }
  }

  /**
   * A print, scan or photograph that agrees with the registry as far as can be seen: no proof.
   *
   * @param picture whether it is a picture as far as can be read: no text was compared
   * @param compared the registry's fields beside the file's
   */
  record Copied(Answer.Found registry, boolean picture, List<ComparedField> compared)
      implements FileResult {
    public Copied {
      compared = List.copyOf(compared);
    }
  }

  /** It names a code under which nothing was issued. */
  record NotRegistered(Answer.NotFound answer) implements FileResult {}

  /** The registry cannot be asked now, or contradicts itself. */
  record Unconfirmed(Instant asOf) implements FileResult {}

  /**
   * Its QR leads to another site.
   *
   * @param host as text, never as a link
   */
  record Elsewhere(String host) implements FileResult {}

  /** Several certificates in one file: each has to be asked for on its own. */
  record Several() implements FileResult {}

  /** Nothing of a certificate is in it. */
  record NothingFound(boolean picture) implements FileResult {}

  /**
   * A receipt of an earlier answer that this service signed, unaltered: a statement about the past.
   *
   * @param key that signed it; hexadecimal
   * @param signedAt by a time stamp; empty where nobody but the signer says when
   */
  record Receipted(Receipt receipt, String key, Optional<Instant> signedAt) implements FileResult {}

  /**
   * Presents itself as a receipt and is none of this service's, or none any more.
   *
   * @param unknownSigner whether somebody else signed it
   */
  record RefusedReceipt(boolean unknownSigner, Reason reason) implements FileResult {}

  /** It could not be looked into. */
  record Unreadable(FileFault fault) implements FileResult {}

  /** The certificate's facts, of those that tell any. */
  static CertificateFacts facts(Answer.Found answer) {
    return answer.entry().facts();
  }
}
