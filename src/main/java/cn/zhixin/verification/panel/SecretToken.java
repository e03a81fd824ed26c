package cn.zhixin.verification.panel;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a holder's browser has of a session: 32 random bytes. Secret.
 *
 * @param value of any form when it comes from outside; then no session has it
 */
public record SecretToken(String value) {
  private static final int SIZE = 32;
  private static final String FORM = "zhixin-holder-form/v1\n";

  static SecretToken generate(SecureRandom random) {
    byte[] bytes = new byte[SIZE];
    random.nextBytes(bytes);
    return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** All that is stored of it. */
  Digest digest() {
    return Digest.of(value.getBytes(StandardCharsets.UTF_8));
  }

  /** What each form of the session carries; does not tell the token. */
  public String formToken() {
    return Digest.of((FORM + value).getBytes(StandardCharsets.UTF_8)).toHex();
  }

  /** Compares in constant time. */
  public boolean hasForm(String sent) {
    return MessageDigest.isEqual(
        formToken().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SecretToken";
  }
}
