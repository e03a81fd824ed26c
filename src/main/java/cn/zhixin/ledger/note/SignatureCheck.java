package cn.zhixin.ledger.note;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.signing.Ed25519PublicKey;
import cn.zhixin.signing.MlDsa44PublicKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/** What became of looking for one key's signature on a checkpoint. */
public sealed interface SignatureCheck {
  /**
   * The key signed it.
   *
   * @param at when, by the signer's clock; cosignatures only
   */
  record Signed(Optional<Instant> at) implements SignatureCheck {}

  /** A signature line names the key, and its signature is wrong. */
  record Wrong() implements SignatureCheck {}

  /** No signature line names the key. */
  record Absent() implements SignatureCheck {}

  /** Looks for a key's signature and verifies it; of several all must be right. */
  static SignatureCheck of(SignedNote note, Checkpoint checkpoint, VerifierKey key) {
    SignatureCheck outcome = new Absent();
    for (NoteSignature signature : note.signatures()) {
      if (key.names(signature)) {
        outcome = verify(note.text(), checkpoint, key, signature.value());
        if (outcome instanceof Wrong) {
          return outcome;
        }
      }
    }
    return outcome;
  }

  private static SignatureCheck verify(
      String text, Checkpoint checkpoint, VerifierKey key, Bytes value) {
    if (key.type() == SignatureType.ED25519) {
      return new Ed25519PublicKey(key.publicKey()).verify(Bytes.ofUtf8(text), value)
          ? new Signed(Optional.empty())
          : new Wrong();
    }
    if (value.size() <= Long.BYTES) {
      return new Wrong();
    }
    long time = ByteBuffer.wrap(value.unsafeArray()).getLong();
    Bytes signature = value.slice(Long.BYTES, value.size());
    boolean signed =
        key.type() == SignatureType.ED25519_COSIGNATURE
            ? new Ed25519PublicKey(key.publicKey())
                .verify(CosignedMessage.ed25519(text, time), signature)
            : new MlDsa44PublicKey(key.publicKey())
                .verify(CosignedMessage.mlDsa44(key.name(), checkpoint, time), signature);
    return signed && time >= 0 && time <= Instant.MAX.getEpochSecond()
        ? new Signed(Optional.of(Instant.ofEpochSecond(time)))
        : new Wrong();
  }
}
