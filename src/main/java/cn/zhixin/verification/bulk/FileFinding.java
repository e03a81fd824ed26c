package cn.zhixin.verification.bulk;

/**
 * What a file of a list turned out to be. Only of one as issued its certificate's verdict holds.
 */
public enum FileFinding {
  /** Byte for byte the released file: the row's outcome is the certificate's verdict. */
  AS_ISSUED,
  /** Not the released file, though it presents itself as one or contradicts the registry. */
  ALTERED,
  /** A print, scan or photograph that agrees with the registry as far as can be seen. */
  COPY,
  /** It names a code under which nothing was issued. */
  NOT_REGISTERED,
  /** The registry could not be asked, or contradicts itself. */
  UNCONFIRMED,
  /** Its QR leads to another site. */
  ELSEWHERE,
  /** Several certificates in one file. */
  SEVERAL,
  NO_CERTIFICATE,
  /** A receipt of this service: about the past. */
  RECEIPT,
  RECEIPT_ALTERED,
  /** A receipt that somebody else signed. */
  RECEIPT_FOREIGN,
  /** It could not be looked into. */
  UNREADABLE
}
