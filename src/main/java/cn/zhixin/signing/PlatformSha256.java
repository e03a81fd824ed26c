package cn.zhixin.signing;

import cn.zhixin.encoding.Digest;
import java.security.DigestException;
import java.security.MessageDigest;
import org.bouncycastle.crypto.ExtendedDigest;

/** The platform's SHA-256, which the processor computes, where Bouncy Castle wants a digest. */
final class PlatformSha256 implements ExtendedDigest {
  private static final int BLOCK = 64;

  private final MessageDigest digest = Digest.newSha256();

  @Override
  public String getAlgorithmName() {
    return digest.getAlgorithm();
  }

  @Override
  public int getDigestSize() {
    return Digest.SIZE;
  }

  @Override
  public int getByteLength() {
    return BLOCK;
  }

  @Override
  public void update(byte value) {
    digest.update(value);
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  @Override
  public int doFinal(byte[] out, int offset) {
    try {
      return digest.digest(out, offset, Digest.SIZE);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for a digest", e);
    }
  }

  @Override
  public void reset() {
    digest.reset();
  }
}
