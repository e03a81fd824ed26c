package cn.zhixin.signing;

import cn.zhixin.encoding.Bytes;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key that verifies (RFC 8032 §5.1).
 *
 * @param value 32 bytes, which need not be a point of the curve: such a key verifies nothing
 */
public record Ed25519PublicKey(Bytes value) {
  public static final int SIZE = 32;
  public static final int SIGNATURE_SIZE = 64;

  public Ed25519PublicKey {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + value.size());
    }
  }

  /**
   * Whether the key's owner signed the message (RFC 8032 §5.1.7). Refuses signatures of another
   * length, those whose S is not below the order, and keys that are no point or one of small order.
   */
  public boolean verify(Bytes message, Bytes signature) {
    return signature.size() == SIGNATURE_SIZE
        && Ed25519.verify(
            signature.unsafeArray(),
            0,
            value.unsafeArray(),
            0,
            message.unsafeArray(),
            0,
            message.size());
  }
}
