package cn.zhixin.verification.files.worker;

import java.util.List;

/**
 * What a file shows of certificates.
 *
 * @param picture whether it is a picture and no document
 * @param asIssued whether the document presents itself as issued: by a signature or an attached
 *     credential, whatever they are worth
 * @param credentials of its QR symbols, then of the attachment
 * @param text of the pages, for comparison only
 */
public record FileEvidence(
    boolean picture,
    boolean asIssued,
    StrictFinding strict,
    List<CarriedCredential> credentials,
    String text)
    implements WorkerAnswer {
  public FileEvidence {
    credentials = List.copyOf(credentials);
  }

  /** Without what the file says of a person. */
  @Override
  public String toString() {
    return "FileEvidence[picture=" + picture + ", asIssued=" + asIssued + "]";
  }
}
