package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificate;
import cn.zhixin.verification.CertificateFixture;

/** What an answer says of a certificate that the registry has. */
public final class AnsweredFacts {
  private AnsweredFacts() {}

  public static CertificateFacts of(Certificate certificate) {
    return new AnswerEntries(each -> CertificateFixture.GENUINE, CertificateFixture.NUMBERS)
        .of(1, certificate)
        .orElseThrow()
        .facts();
  }
}
