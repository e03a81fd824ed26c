package cn.zhixin.verification.answers;

import cn.zhixin.certificate.Certificate;

/** Checks a certificate's stored credential against the issuers' keys and the registry's fields. */
@FunctionalInterface
public interface CredentialCheck {
  CredentialFinding check(Certificate certificate);
}
