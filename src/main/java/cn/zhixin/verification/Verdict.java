package cn.zhixin.verification;

import cn.zhixin.certificate.CertificateState;

/**
 * What the public is told of a certificate. {@link #UNCONFIRMED} says something about us, not about
 * the certificate, and is never mixed up with the others.
 */
public enum Verdict {
  VALID,
  /** 暂停: may become valid again. */
  SUSPENDED,
  /** Replaced; the successor's code is told. */
  SUPERSEDED,
  /** 撤销. */
  REVOKED,
  /** 注销, without blame. */
  CANCELLED,
  /** Nothing was issued here under that code. */
  NOT_FOUND,
  /** Of a file: not the one that was released. Never said of a code. */
  ALTERED,
  /** The present state cannot be told just now. */
  UNCONFIRMED;

  public static Verdict of(CertificateState state) {
    return valueOf(state.name());
  }
}
