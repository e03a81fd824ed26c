package cn.zhixin.verification.answers;

import java.time.Instant;

/**
 * The key that signed a certificate's credential.
 *
 * @param id hexadecimal, 16 digits
 */
public record SigningKeyFacts(String id, Instant notBefore, Instant notAfter) {}
