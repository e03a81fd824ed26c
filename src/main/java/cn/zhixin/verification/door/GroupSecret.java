package cn.zhixin.verification.door;

import cn.zhixin.encoding.Bytes;
import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that the nodes of one service share. What is derived for one purpose tells nothing of
 * what is derived for another. Safe for all threads.
 */
public final class GroupSecret {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  public GroupSecret(Bytes secret) {
    key = new SecretKeySpec(secret.unsafeArray(), ALGORITHM);
  }

  /**
   * HMAC-SHA256 (RFC 2104) of both, with a line feed between them.
   *
   * @param purpose without a line feed
   */
  public Digest derive(String purpose, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((purpose + "\n").getBytes(StandardCharsets.UTF_8));
      return new Digest(Bytes.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
