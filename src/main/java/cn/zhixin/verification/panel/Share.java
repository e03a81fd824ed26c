package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A certificate lent to somebody for a purpose and a time.
 *
 * @param code of the certificate
 * @param shareCode null where this node's secret cannot read it
 * @param number 加注编号, 8 characters; opens nothing
 * @param expiresAt the end of its last day
 * @param stampedAt when its first stamped copy was made
 * @param opened how often its page was opened
 */
public record Share(
    long id,
    VerificationCode code,
    @Nullable ShareCode shareCode,
    String number,
    String purpose,
    @Nullable String recipient,
    boolean allowsFile,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable Instant stampedAt,
    long opened) {
  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  /** What opens it, if anything. */
  public enum State {
    VALID,
    EXPIRED,
    REVOKED
  }

  public State state(Instant now) {
    if (revokedAt != null) {
      return State.REVOKED;
    }
    return now.isBefore(expiresAt) ? State.VALID : State.EXPIRED;
  }

  /** On which it still opens, in China. */
  public LocalDate lastDay() {
    return LocalDate.ofInstant(expiresAt.minusNanos(1), CHINA);
  }

  /** In two groups of four, as printed. */
  public String groupedNumber() {
    return number.substring(0, 4) + "-" + number.substring(4);
  }

  /** Without what the holder wrote. */
  @Override
  public String toString() {
    return "Share[" + id + "]";
  }
}
