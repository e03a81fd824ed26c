package cn.zhixin.verification.panel;

import cn.zhixin.certificate.VerificationCode;
import java.time.Instant;

/**
 * A holder at work.
 *
 * @param code the one certificate it is for
 * @param expiresAt if nothing more is asked
 * @param endsAt whatever is asked
 */
public record HolderSession(VerificationCode code, Instant expiresAt, Instant endsAt) {}
