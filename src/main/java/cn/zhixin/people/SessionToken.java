package cn.zhixin.people;

import cn.zhixin.encoding.Digest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * What a browser holds of a session: 52 characters of 5 random bits each. Secret.
 *
 * @param value of any form when it comes from outside; then no session has it
 */
public record SessionToken(String value) {
  private static final int CHARACTERS = 52;

  static SessionToken generate(SecureRandom random) {
    return new SessionToken(Base32.random(random, CHARACTERS));
  }

  Digest digest() {
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

  /** Without the secret. */
  @Override
  public String toString() {
    return "SessionToken";
  }
}
