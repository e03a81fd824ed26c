package cn.zhixin.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A key of an organisation, without its secret.
 *
 * @param id 8 characters, part of the secret's text; may be shown
 * @param label what the organisation calls it
 * @param lastUsedOn null if never
 * @param revokedAt null while it may be used
 */
public record ApiKey(
    String id,
    Organisation organisation,
    String label,
    Instant createdAt,
    @Nullable LocalDate lastUsedOn,
    @Nullable Instant revokedAt) {}
