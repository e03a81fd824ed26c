package cn.zhixin.certificate;

/** What can happen to a certificate. */
public enum CertificateEventKind {
  ISSUED,
  SUSPENDED,
  RESUMED,
  SUPERSEDED,
  REVOKED,
  CANCELLED
}
