package cn.zhixin.certificate;

import cn.zhixin.encoding.Bytes;

/** Turns encoded claims into the signed credential; the registry itself holds no key. */
@FunctionalInterface
public interface CredentialSigner {
  /**
   * @param claims the CBOR map of {@link CredentialClaims}
   * @return the COSE_Sign1 bytes
   */
  Bytes sign(Bytes claims);
}
