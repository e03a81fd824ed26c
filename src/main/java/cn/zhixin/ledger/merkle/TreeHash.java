package cn.zhixin.ledger.merkle;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.security.MessageDigest;

/**
 * The hashes of a Merkle tree (RFC 6962 §2.1), with leaves and nodes told apart by a first byte.
 */
public final class TreeHash {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /** Root of the tree without leaves. */
  public static final Digest EMPTY = Digest.of(new byte[0]);

  private TreeHash() {}

  public static Digest leaf(Bytes entry) {
    MessageDigest sha256 = Digest.newSha256();
    sha256.update(LEAF);
    return new Digest(Bytes.wrap(sha256.digest(entry.unsafeArray())));
  }

  public static Digest node(Digest left, Digest right) {
    MessageDigest sha256 = Digest.newSha256();
    sha256.update(NODE);
    sha256.update(left.value().unsafeArray());
    return new Digest(Bytes.wrap(sha256.digest(right.value().unsafeArray())));
  }
}
