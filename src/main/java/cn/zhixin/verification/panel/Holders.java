package cn.zhixin.verification.panel;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.encoding.Digest;
import cn.zhixin.verification.PrimaryReads;
import java.util.Optional;

/** Tells a certificate's holder from others by the whole identity number. Safe for all threads. */
public final class Holders {
  /** In place of a number that is not there: no typed number is equal to it. */
  private static final String NOBODY = "";

  private final Certificates certificates;
  private final PrimaryReads reads;

  Holders(Certificates certificates, PrimaryReads reads) {
    this.certificates = certificates;
    this.reads = reads;
  }

  /** Whether a file is the certificate's own, byte for byte. */
  HolderCheck checkFile(VerificationCode code, Digest file) {
    return reads
        .read(() -> certificates.find(code))
        .<HolderCheck>map(
            read ->
                read.filter(Certificate::isIssued)
                        .map(Certificate::document)
                        .filter(document -> document.digest().equals(file))
                        .isPresent()
                    ? new HolderCheck.Confirmed()
                    : new HolderCheck.NotConfirmed())
        .orElseGet(HolderCheck.Unreachable::new);
  }

  HolderCheck check(VerificationCode code, TypedIdentityNumber typed) {
    Optional<Optional<Certificate>> read = reads.read(() -> certificates.find(code));
    if (read.isEmpty()) {
      return new HolderCheck.Unreachable();
    }
    String registered =
        read.get()
            .filter(Certificate::isIssued)
            .map(found -> found.result().document().number())
            .orElse(NOBODY);
    return typed.is(registered) ? new HolderCheck.Confirmed() : new HolderCheck.NotConfirmed();
  }
}
