package cn.zhixin.certificate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event about to be written.
 *
 * @param id the certificate's in the database
 * @param certificate as it was before
 * @param version the certificate's version after it
 * @param successor what replaces it; of kind {@code SUPERSEDED} only
 * @param document its file; of kind {@code ISSUED} only
 */
record NewEvent(
    long id,
    Certificate certificate,
    int version,
    CertificateEventKind kind,
    Instant at,
    String actor,
    @Nullable String reason,
    @Nullable String ground,
    @Nullable Certificate successor,
    @Nullable ReleasedDocument document) {}
