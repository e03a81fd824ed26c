package cn.zhixin.document.pdf;

import cn.zhixin.encoding.Digest;
import java.security.MessageDigest;

/** The state of SHA-256 after some bytes, from which any number of hashes can go on. */
public final class HashState {
  private final MessageDigest state;

  private HashState(MessageDigest state) {
    this.state = state;
  }

  public static HashState after(byte[] bytes, int length) {
    MessageDigest state = Digest.newSha256();
    state.update(bytes, 0, length);
    return new HashState(state);
  }

  /** A hash that goes on from here and is its caller's own. */
  public MessageDigest fork() {
    return fork(state);
  }

  static MessageDigest fork(MessageDigest state) {
    try {
      return (MessageDigest) state.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(
          "the SHA-256 of " + state.getProvider() + " cannot be cloned", e);
    }
  }
}
