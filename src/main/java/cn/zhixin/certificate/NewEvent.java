package cn.zhixin.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be written.
 *
 * @param certificate as it was before
 * @param version the certificate's version after it
 * @param successor what replaces it; of kind {@code SUPERSEDED} only
 */
record NewEvent(
    Certificate certificate,
    int version,
    CertificateEventKind kind,
    Instant at,
    String actor,
    @Nullable String reason,
    @Nullable String ground,
    @Nullable Certificate successor) {}
