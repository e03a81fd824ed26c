package cn.zhixin.people;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What a browser holds of a session: 52 characters of 5 random bits each. Secret.
 *
 * @param value of any form when it comes from outside; then no session has it
 */
public record SessionToken(String value) {
  private static final int CHARACTERS = 52;

  /** A new one, that nobody can guess. */
  public static SessionToken generate(SecureRandom random) {
    return new SessionToken(Base32.random(random, CHARACTERS));
  }

  /** All that is stored of it. */
  public Digest digest() {
    return Digest.of(value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a form of the session must carry: nobody can tell it who does not have the token, and it
   * does not tell the token.
   */
  public String formToken() {
    String text = "zhixin-form/v1\n" + value;
    return Digest.of(text.getBytes(StandardCharsets.UTF_8)).toHex();
  }

  /** Whether a form that was sent is of this session; compares in constant time. */
  public boolean hasForm(String sent) {
    return MessageDigest.isEqual(
        formToken().getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SessionToken";
  }
}
