package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;

/** What verifying a {@link CoseSign1} found. */
public sealed interface CoseOutcome {
  /** Signed by this key. Whether the key was valid when it signed is for the caller to ask. */
  record Passed(VerificationKey key, Bytes payload) implements CoseOutcome {}

  /** Names this key, which did not make the signature (RFC 9052 §4.4). */
  record WrongSignature(VerificationKey key) implements CoseOutcome {}

  /** Names a key that is not known here: genuine or not cannot be told. */
  record UnknownKey(KeyId id) implements CoseOutcome {}
}
