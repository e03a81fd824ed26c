package cn.zhixin.certificate;

/** What a certificate is worth now, derived from its events. */
public enum CertificateState {
  VALID,
  /** 暂停: may be resumed. */
  SUSPENDED,
  /** Replaced by a correction or reissue. */
  SUPERSEDED,
  /** 撤销. */
  REVOKED,
  /** 注销, without blame. */
  CANCELLED
}
