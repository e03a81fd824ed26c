package cn.zhixin.signing;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.ExtendedDigest;

/** The platform's SHA-256, which the processor computes, where Bouncy Castle wants a digest. */
final class PlatformSha256 implements ExtendedDigest {
  private static final String NAME = "SHA-256";
  private static final int SIZE = 32;
  private static final int BLOCK = 64;

  private final MessageDigest digest = newDigest();

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(NAME);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String getAlgorithmName() {
    return NAME;
  }

  @Override
  public int getDigestSize() {
    return SIZE;
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
      return digest.digest(out, offset, SIZE);
    } catch (DigestException e) {
      throw new IllegalArgumentException("no room for a digest", e);
    }
  }

  @Override
  public void reset() {
    digest.reset();
  }
}
