package cn.zhixin.ledger;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What keeps a leaf from being guessed back to a certificate; travels with the certificate.
 *
 * @param value 16 random bytes, of its own for each certificate
 */
public record Salt(Bytes value) {
  public static final int SIZE = 16;

  private static final Bytes DOMAIN = Bytes.ofUtf8("zhixin-ledger-subject/v1\n");

  public Salt {
    if (value.size() != SIZE) {
      throw new IllegalArgumentException("a salt has 16 bytes, not " + value.size());
    }
  }

  public static Salt random(SecureRandom random) {
    byte[] value = new byte[SIZE];
    random.nextBytes(value);
    return new Salt(Bytes.wrap(value));
  }

  /**
   * By what the ledger knows a certificate: SHA-256 over {@code "zhixin-ledger-subject/v1\n"}, the
   * salt and the credential.
   *
   * @param credential the COSE_Sign1 bytes
   */
  public Digest subject(Bytes credential) {
    MessageDigest sha256 = Digest.newSha256();
    sha256.update(DOMAIN.unsafeArray());
    sha256.update(value.unsafeArray());
    return new Digest(Bytes.wrap(sha256.digest(credential.unsafeArray())));
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "Salt";
  }
}
