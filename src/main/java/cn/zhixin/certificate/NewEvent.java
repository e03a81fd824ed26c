package cn.zhixin.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be written.
 *
 * @param version the certificate's version after it
 */
record NewEvent(
    VerificationCode code,
    int version,
    CertificateEventKind kind,
    Instant at,
    String actor,
    @Nullable String reason,
    @Nullable String ground) {}
