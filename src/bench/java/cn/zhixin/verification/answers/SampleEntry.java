package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.verification.CertificateFixture;

/** The ready-made answer of a certificate, as the caches hold it. */
public final class SampleEntry {
  private SampleEntry() {}

  /**
   * @param certificate one that is issued
   */
  public static AnswerEntry of(Certificate certificate) {
    return new AnswerEntries(c -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS)
        .of(1, certificate)
        .orElseThrow();
  }
}
