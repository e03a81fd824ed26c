package cn.zhixin.verification.panel;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.certificate.Certificates;
import cn.zhixin.certificate.VerificationCode;
import cn.zhixin.storage.Packs;
import cn.zhixin.verification.PrimaryReads;
import java.util.Optional;

/** Certificates' own files: byte for byte what the registry says was issued, or nothing. */
public final class CertificateFiles {
  private final Certificates certificates;
  private final PrimaryReads reads;
  private final Packs packs;

  CertificateFiles(Certificates certificates, PrimaryReads reads, Packs packs) {
    this.certificates = certificates;
    this.reads = reads;
    this.packs = packs;
  }

  /**
   * Reads the file and compares it with the registry's digest.
   *
   * @return {@code Missing} too if the registry cannot be read
   */
  public Packs.Reading of(VerificationCode code) {
    return reads
        .read(() -> certificates.find(code))
        .flatMap(found -> found.filter(Certificate::isIssued))
        .flatMap(found -> Optional.ofNullable(found.document()))
        .map(document -> packs.read(document.place(), document.digest()))
        .orElseGet(Packs.Missing::new);
  }
}
